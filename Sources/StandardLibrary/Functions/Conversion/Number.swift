import Columnar
import Planning

extension ScalarFunction {
  /// A number from a text.
  static let number = ScalarFunction(
    "number", Signature([.value("x", .text, .integer, .number, .boolean)]),
    UnitDocumentation(
      "number(x)", "The number a text stands for, with a decimal point.",
      details: ["A text that is no number gives `missing: out_of_domain`; true is 1, false 0."],
      examples: [#"indicators | derive x = number(goal) | select goal, x | take 2"#]),
    result: { _ in .number }
  ) { arguments, _ in
    Mapping.values(arguments[0], to: .number) { value in
      switch value {
      case .text(let text):
        guard DecimalText.isNumber(text), let number = Double(text), number.isFinite else {
          return .missing(.outOfDomain)
        }
        return .number(number)
      case .boolean(let flag): return .number(flag ? 1 : 0)
      case .missing, .integer, .number, .date, .period: return value
      }
    }
  }
}

/// Which texts are numbers: digits with a sign, a point and an exponent, nothing else.
enum DecimalText {
  static func isNumber(_ text: String) -> Bool {
    let allowed = Set("0123456789+-.eE".utf8)
    return text.utf8.allSatisfy(allowed.contains)
      && text.utf8.contains { (0x30...0x39).contains($0) }
  }
}
