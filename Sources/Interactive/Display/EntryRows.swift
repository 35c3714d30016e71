import SourceText

/// An entry laid out in rows of a terminal, with the cursor's place.
///
/// Lines that are too long wrap where the terminal itself would, a wide character never in the
/// middle.
package struct EntryRows: Equatable, Sendable {
  /// One row of the screen.
  package struct Row: Equatable, Sendable {
    /// What is written, with its colours, which end with the row.
    package var bytes: [UInt8] = []
    /// The columns it takes.
    package var width = 0
    /// Whether the line goes on in the next row, from the last column on.
    package var goesOn = false
  }

  /// The rows from the prompt down.
  package private(set) var rows: [Row] = [Row()]
  /// The row of the cursor.
  package private(set) var cursorRow = 0
  /// The column of the cursor.
  package private(set) var cursorColumn = 0

  private let columns: Int
  private let hasColours: Bool
  private var style = TerminalStyle.plain

  /// Lays out rows on a terminal of this many columns.
  package init(columns: Int, hasColours: Bool) {
    self.columns = max(columns, 2)
    self.hasColours = hasColours
  }

  /// Adds text; `gutter` stands in front of every line it begins.
  ///
  /// - Parameters:
  ///   - styles: Parts with a style, in order, in offsets of the text.
  ///   - cursor: The offset of the cursor, when it is in this text.
  package mutating func add(
    _ text: String, gutter: String, styles: [StyledRange] = [], cursor: Int? = nil
  ) {
    var offset = 0
    var next = 0
    for character in text {
      while next < styles.count, styles[next].range.upperBound <= offset { next += 1 }
      let isStyled = next < styles.count && styles[next].range.contains(offset)
      let bytes = character.utf8.count
      // A cursor inside a character stands in front of it.
      let isHere = cursor.map { $0 >= offset && $0 < offset + bytes } ?? false
      if character.isNewline {
        if isHere { place() }
        begin(gutter)
      } else {
        add(character, isStyled ? styles[next].style : .plain, isCursor: isHere)
      }
      offset += bytes
    }
    if let cursor, cursor >= offset {
      if (rows.last?.width ?? 0) >= columns { wrap() }
      place()
    }
    setStyle(.plain)
  }

  /// Adds text in one style, such as a prompt.
  package mutating func add(_ text: String, _ style: TerminalStyle, gutter: String = "") {
    add(text, gutter: gutter, styles: [StyledRange(0..<text.utf8.count, style)])
  }

  /// Begins a line below.
  package mutating func begin(_ gutter: String = "") {
    setStyle(.plain)
    rows.append(Row())
    for character in gutter { add(character, .prompt, isCursor: false) }
  }

  private mutating func place() {
    cursorRow = rows.count - 1
    cursorColumn = min(rows[cursorRow].width, columns - 1)
  }

  private mutating func wrap() {
    setStyle(.plain)
    rows[rows.count - 1].goesOn = rows[rows.count - 1].width == columns
    rows.append(Row())
  }

  private mutating func add(_ character: Character, _ wanted: TerminalStyle, isCursor: Bool) {
    let (shown, width) = visible(character)
    if rows[rows.count - 1].width + width > columns { wrap() }
    if isCursor { place() }
    setStyle(wanted)
    rows[rows.count - 1].bytes += shown.utf8
    rows[rows.count - 1].width += width
  }

  /// A character as it may be written: a tab as spaces, what a terminal would obey with its caret.
  private func visible(_ character: Character) -> (String, Int) {
    if character == "\t" {
      let spaces = min(8 - (rows.last?.width ?? 0) % 8, columns)
      return (String(repeating: " ", count: spaces), spaces)
    }
    if let byte = character.asciiValue, byte < 0x20 || byte == 0x7F {
      return ("^" + String(UnicodeScalar(byte ^ 0x40)), 2)
    }
    let width = DisplayWidth.of(character)
    // A mark without a letter, or a character of no width that the terminal might still obey.
    return width == 0 ? ("\u{FFFD}", 1) : (String(character), width)
  }

  private mutating func setStyle(_ wanted: TerminalStyle) {
    guard hasColours, wanted != style else { return }
    if style.parameters != nil { rows[rows.count - 1].bytes += "\u{1B}[0m".utf8 }
    if let parameters = wanted.parameters {
      rows[rows.count - 1].bytes += "\u{1B}[\(parameters)m".utf8
    }
    style = wanted
  }
}
