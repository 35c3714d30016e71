import Columnar
import Planning

extension ScalarFunction {
  /// A whole number from a number or text.
  static let integer = ScalarFunction(
    "integer", Signature([.value("x", .text, .integer, .number, .boolean)]),
    UnitDocumentation(
      "integer(x)", "The whole number a text or number stands for.",
      details: [
        "A number with decimals, a text that is no whole number, or one beyond 64 bits gives "
          + "`missing: out_of_domain`: round first."
      ],
      examples: ["population | derive x = integer(round(inhabitants / 1000)) | take 2"]),
    result: { _ in .integer }
  ) { arguments, _ in
    Mapping.values(arguments[0], to: .integer) { value in
      switch value {
      case .text(let text): return Int64(text).map { .integer($0) } ?? .missing(.outOfDomain)
      case .number(let number):
        return Int64(exactly: number).map { .integer($0) } ?? .missing(.outOfDomain)
      case .boolean(let flag): return .integer(flag ? 1 : 0)
      case .missing, .integer, .date, .period: return value
      }
    }
  }
}
