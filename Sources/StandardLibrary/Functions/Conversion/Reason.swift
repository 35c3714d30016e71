import Columnar
import Planning

extension ScalarFunction {
  /// Why a value is missing.
  static let reason = ScalarFunction(
    "reason", Signature([.any("x")]),
    UnitDocumentation(
      "reason(x)", "The reason why x is missing, as text; missing where x is known.",
      examples: ["indicators | derive why = reason(value) | count by why"]),
    seesMissing: true, result: { _ in .text }
  ) { arguments, count in
    var builder = ColumnBuilder(.text)
    for row in 0..<count {
      if let reason = arguments[0].reason(at: row) {
        builder.append(.text(reason.name))
      } else {
        builder.appendMissing(.notApplicable)
      }
    }
    return builder.finish()
  }
}
