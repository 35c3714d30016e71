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
    Searching.column(arguments[0], arguments[1])
      ?? Mapping.test(arguments[0], arguments[1]) { text, part in
        var text = text
        return text.withUTF8 { unsafe ByteSearch(Array(part.utf8)).isFound(in: .init($0)) }
      }
  }
}

/// Finding a text in a text by its bytes.
private enum Searching {
  /// Whether each text holds another that is the same for all; nil when it is not, or the bytes are
  /// not at hand.
  static func column(_ texts: Column, _ part: Column) -> Column? {
    guard let parts = part.dictionary, parts.count == 1 else { return nil }
    let search = ByteSearch(Array(parts[0].utf8))
    return unsafe TextBytes.values(of: texts, filler: false) { unsafe search.isFound(in: $0) }
      .map { Column(.boolean($0)) }
  }
}
