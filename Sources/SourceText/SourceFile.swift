/// One named text: what a diagnostic points into.
package final class SourceFile: Sendable {
  /// How messages name the text: a path as given, or `-c`, `stdin`, `prompt`.
  package let name: String
  /// Whether the text has a name worth showing (a file, not a command-line argument).
  package let isNamed: Bool
  /// The text as UTF-8, always valid.
  package let utf8: [UInt8]
  /// Where lines begin.
  package let lines: LineTable

  /// Makes a file of a valid text.
  package init(name: String, isNamed: Bool = true, text: String) {
    self.name = name
    self.isNamed = isNamed
    utf8 = Array(text.utf8)
    lines = LineTable(utf8)
  }

  /// Makes a file of bytes, or throws a diagnostic that names the first byte that is not UTF-8.
  package init(name: String, isNamed: Bool = true, bytes: [UInt8]) throws(Diagnostic) {
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      let readable = SourceFile(
        name: name, isNamed: isNamed, text: String(decoding: bytes[..<offset], as: UTF8.self))
      throw Diagnostic(
        .error, code: "invalid-utf8", "the script is not valid UTF-8",
        file: readable, range: SourceRange(offset, offset),
        label: "byte \(offset + 1) is 0x\(UTF8Check.hexadecimal(bytes[offset]))",
        notes: ["save the file as UTF-8"])
    }
    self.name = name
    self.isNamed = isNamed
    utf8 = bytes
    lines = LineTable(bytes)
  }

  /// The text of a range.
  package func text(_ range: SourceRange) -> String {
    let lower = min(max(range.lower, 0), utf8.count)
    let upper = min(max(range.upper, lower), utf8.count)
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }
}
