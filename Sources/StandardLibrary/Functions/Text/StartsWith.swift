import Columnar
import Planning

extension ScalarFunction {
  /// Whether a text begins with another.
  static let startsWith = ScalarFunction(
    "starts_with", Signature([.value("text", .text), .value("part", .text)]),
    UnitDocumentation(
      "starts_with(text, part)", "Whether a text begins with another.",
      examples: [#"municipalities | where starts_with(name, "Ut") | select name | take 2"#]),
    result: { _ in .boolean }
  ) { arguments, _ in Mapping.test(arguments[0], arguments[1]) { $0.hasPrefix($1) } }
}
