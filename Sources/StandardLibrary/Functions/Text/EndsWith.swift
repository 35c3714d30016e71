import Columnar
import Planning

extension ScalarFunction {
  /// Whether a text ends with another.
  static let endsWith = ScalarFunction(
    "ends_with", Signature([.value("text", .text), .value("part", .text)]),
    UnitDocumentation(
      "ends_with(text, part)", "Whether a text ends with another.",
      examples: [#"municipalities | where ends_with(name, "Ut") | select name | take 2"#]),
    result: { _ in .boolean }
  ) { arguments, _ in Mapping.test(arguments[0], arguments[1]) { $0.hasSuffix($1) } }
}
