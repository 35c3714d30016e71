import Columnar
import Planning

extension ScalarFunction {
  /// Whether a text holds another, with regard to case.
  static let contains = ScalarFunction(
    "contains", Signature([.value("text", .text), .value("part", .text)]),
    UnitDocumentation(
      "contains(text, part)", "Whether a text holds another, with regard to case.",
      examples: [#"municipalities | where contains(name, "Ut") | select name | take 2"#]),
    result: { _ in .boolean }
  ) { arguments, _ in
    Mapping.test(arguments[0], arguments[1]) { text, part in Searching.contains(text, part) }
  }
}

/// Finding a text in a text by its bytes.
enum Searching {
  static func contains(_ text: String, _ part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard let first = wanted.first else { return true }
    let bytes = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
    }
    return false
  }
}
