package import SourceText

/// The title a fence gives the table of its block: "```peil NAME title "TEXT"".
package struct BlockTitle: Sendable {
  package let text: String
  /// From the word `title` on.
  package let range: SourceRange

  /// Reads what stands behind the name of a block, of which the first word is `title`.
  init(_ file: SourceFile, _ range: SourceRange) throws(Diagnostic) {
    let mark = UInt8(ascii: "\"")
    let words = file.words(range)
    let quoted = words.count > 1 ? file.trimmed(SourceRange(words[0].upper, range.upper)) : range
    let length = quoted.upper - quoted.lower
    guard words.count > 1, length > 2, file.utf8[quoted.lower] == mark,
      file.utf8[quoted.upper - 1] == mark
    else {
      throw Diagnostic(
        .error, code: "block-title", "the title of a block cannot be read", file: file,
        range: range, notes: ["write ```peil NAME title \"Inwoners per provincie\""])
    }
    let inside = SourceRange(quoted.lower + 1, quoted.upper - 1)
    for sign in ["\"", "{{"] {
      guard let place = file.firstPlace(of: sign, in: inside) else { continue }
      throw Diagnostic(
        .error, code: "block-title", "`\(sign)` in the title of a block", file: file, range: place,
        notes: ["a title is plain text between two quotation marks"])
    }
    text = file.text(inside)
    self.range = range
  }
}
