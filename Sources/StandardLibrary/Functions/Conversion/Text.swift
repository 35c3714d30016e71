import Columnar
import Planning
import Wording

extension ScalarFunction {
  /// A value as text.
  static let text = ScalarFunction(
    "text", Signature([.any("x")]),
    UnitDocumentation(
      "text(x)", "The value as text, as csv writes it: a point for decimals, ISO dates.",
      examples: [#"population | derive x = name ++ " " ++ text(year) | select x | take 2"#]),
    result: { _ in .text }
  ) { arguments, _ in
    Mapping.values(arguments[0], to: .text) { value in
      switch value {
      case .missing, .text: value
      case .number(let number): .text(NumberStyle.plain.shortest(number))
      case .boolean, .integer, .date, .period: .text(value.shown)
      }
    }
  }
}
