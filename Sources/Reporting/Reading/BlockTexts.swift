package import SourceText

/// A text a fence gives the table of its block.
package struct BlockText: Sendable {
  package let text: String
  /// From the word before it on.
  package let range: SourceRange
}

/// The texts a fence gives the table of its block: "```peil NAME title "TEXT" empty "TEXT"".
package struct BlockTexts: Sendable {
  /// The title of the table.
  private(set) package var title: BlockText?
  /// What is said in the place of rows when there are none.
  private(set) package var empty: BlockText?

  /// None.
  init() {}

  /// Whether a word begins a text.
  static func isWord(_ text: String) -> Bool { ["title", "empty"].contains(text) }

  /// Reads what stands behind the name of a block, of which the first word begins a text.
  init(_ file: SourceFile, _ range: SourceRange) throws(Diagnostic) {
    var rest = file.trimmed(range)
    while rest.lower < rest.upper {
      let word = file.words(rest)[0]
      let name = file.text(word)
      guard Self.isWord(name), name == "title" ? title == nil : empty == nil else {
        throw Self.unreadable(file, rest)
      }
      let read = try Self.quoted(file, rest, behind: word)
      if name == "title" { title = read } else { empty = read }
      rest = file.trimmed(SourceRange(read.range.upper, rest.upper))
    }
  }

  /// The text in quotation marks behind a word.
  private static func quoted(_ file: SourceFile, _ range: SourceRange, behind word: SourceRange)
    throws(Diagnostic) -> BlockText
  {
    let mark = UInt8(ascii: "\"")
    let rest = file.trimmed(SourceRange(word.upper, range.upper))
    guard rest.upper - rest.lower > 2, file.utf8[rest.lower] == mark else {
      throw unreadable(file, range)
    }
    let inside = SourceRange(rest.lower + 1, rest.upper)
    guard let close = file.firstPlace(of: "\"", in: inside), close.lower > inside.lower else {
      throw unreadable(file, range)
    }
    let isEnd = close.upper == rest.upper || " \t".utf8.contains(file.utf8[close.upper])
    let text = SourceRange(inside.lower, close.lower)
    let insertion = file.firstPlace(of: "{{", in: text)
    guard isEnd, insertion == nil else {
      throw Diagnostic(
        .error, code: "block-title",
        "`\(insertion == nil ? "\"" : "{{")` in a text of a block", file: file,
        range: insertion ?? close,
        notes: ["a title is plain text between two quotation marks"])
    }
    return BlockText(text: file.text(text), range: SourceRange(word.lower, close.upper))
  }

  private static func unreadable(_ file: SourceFile, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, code: "block-title", "the texts of a block cannot be read", file: file,
      range: range,
      notes: [
        "write ```peil NAME title \"Inwoners per provincie\"",
        "and behind it, for a table that may have no rows: empty \"Hier zijn er geen.\"",
      ])
  }
}
