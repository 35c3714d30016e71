/// An entry of several lines with a cursor: what Return, Up and Down do in it.
///
/// Offsets are UTF-8 bytes. A column counts characters.
package struct EntryLines {
  /// What Return does.
  package enum Return: Equatable, Sendable {
    case run
    case insert(String)
  }

  private let lines: [Substring]
  private let starts: [Int]
  private let row: Int
  private let column: Int
  private let text: String

  /// Creates the view of an entry; a cursor outside the text counts as its nearest end.
  package init(_ text: String, cursor utf8Offset: Int) {
    self.text = text
    let bytes = text.utf8
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
    var starts: [Int] = []
    var next = 0
    for line in lines {
      starts.append(next)
      next += line.utf8.count + 1
    }
    self.starts = starts
    let cursor = min(max(utf8Offset, 0), bytes.count)
    row = (starts.lastIndex { $0 <= cursor }) ?? 0
    let line = lines[row]
    let end = line.utf8.index(line.startIndex, offsetBy: cursor - starts[row])
    column = line[..<end].count
  }

  /// What Return does here.
  ///
  /// An unfinished entry gets a new line, indented at least as far as this one and at least two
  /// spaces, because in the language an indented line continues its statement. An empty last
  /// line ends the entry as it is, so that a user is never caught in it.
  package func pressReturn(needsMore: (String) -> Bool) -> Return {
    let line = lines[row]
    let isEmptyLast = lines.count > 1 && row == lines.count - 1 && line.allSatisfy(\.isWhitespace)
    guard !isEmptyLast, !text.allSatisfy(\.isWhitespace), needsMore(text) else { return .run }
    let indentation = max(2, line.prefix { $0 == " " }.count)
    return .insert("\n" + String(repeating: " ", count: indentation))
  }

  /// The entry with a text put in at the cursor, and the cursor behind it.
  package func inserting(_ inserted: String) -> (text: String, cursor: Int) {
    let bytes = text.utf8
    let cursor = min(starts[row] + lines[row].prefix(column).utf8.count, bytes.count)
    let head = String(decoding: bytes.prefix(cursor), as: UTF8.self) + inserted
    let tail = String(decoding: bytes.dropFirst(cursor), as: UTF8.self)
    return (head + tail, head.utf8.count)
  }

  /// A statement, a command or a question, with the line it begins on, counted from 1.
  package struct Part: Equatable, Sendable {
    package let text: String
    package let line: Int

    /// Whether it is for the prompt and not for the language.
    package var isForPrompt: Bool {
      let first = text.first { !$0.isWhitespace }
      return first == ":" || first == "?"
    }
  }

  /// A text in parts that could be typed one after the other; blank lines and comments are none.
  package static func parts(of text: String, needsMore: (String) -> Bool) -> [Part] {
    var parts: [Part] = []
    var entry = ""
    var first = 0
    func end() {
      if !entry.isEmpty { parts.append(Part(text: entry, line: first)) }
      entry = ""
    }
    for (index, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = String(decoding: bytes, as: UTF8.self)
      // An indented line, or one that starts with `|`, goes on with the statement above it.
      let goesOn = line.first == " " || line.first == "\t" || line.first == "|"
      if !entry.isEmpty, !goesOn, !needsMore(entry) { end() }
      if entry.isEmpty { first = index + 1 }
      entry += entry.isEmpty ? line : "\n" + line
      if entry.allSatisfy(\.isWhitespace) || entry.drop(while: \.isWhitespace).first == "#" {
        entry = ""
      }
    }
    end()
    return parts
  }

  /// The start of a text up to the end of its first word.
  package static func firstWord(of text: String) -> String {
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    let lead = text.prefix { !isWord($0) }
    let word = text[lead.endIndex...].prefix { isWord($0) || $0 == "_" }
    return String(lead + word)
  }

  /// The cursor's offset a number of lines further down (or up, when negative); nil when there
  /// is no such line, and the history is meant.
  package func moved(by rows: Int) -> Int? {
    let target = row + rows
    guard lines.indices.contains(target) else { return nil }
    return starts[target] + lines[target].prefix(column).utf8.count
  }

  /// The entry as it is kept in the history: without blanks around it, and with no line that the
  /// history file would take for a time (`#` and a digit).
  package static func remembered(_ text: String) -> String {
    trimmed(text).utf8.split(separator: 0x0A, omittingEmptySubsequences: true).map { bytes in
      let line = String(Substring(bytes))
      let isTime = line.hasPrefix("#") && (line.dropFirst().first?.isNumber ?? false)
      return isTime ? "# " + line.dropFirst() : line
    }.joined(separator: "\n")
  }

  /// The text without white space at either end.
  package static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
