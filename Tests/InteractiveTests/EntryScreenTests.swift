import Interactive
import Testing

/// What is written to the terminal makes it show the rows, whatever it showed before.
@Suite struct EntryScreenTests {
  /// As much of a terminal as an entry needs: it wraps, scrolls, and obeys five sequences.
  private struct Terminal {
    let columns: Int
    var cells: [[Character]]
    var row = 0
    var column = 0
    /// A full row waits for the next character before it wraps.
    var waits = false

    init(columns: Int, rows: Int) {
      self.columns = columns
      cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    var lines: [String] {
      cells.map { row in
        let end = row.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
        return String(row[..<end].filter { $0 != "\0" })
      }
    }

    mutating func write(_ text: String) {
      var rest = Array(text)[...]
      while let next = rest.popFirst() {
        switch next {
        case "\r": (column, waits) = (0, false)
        case "\n": lineFeed()
        case "\r\n":
          (column, waits) = (0, false)
          lineFeed()
        case "\u{1B}":
          _ = rest.popFirst()
          let parameter = rest.prefix { $0.isNumber || $0 == ";" }
          rest = rest.dropFirst(parameter.count)
          obey(rest.popFirst() ?? " ", Int(String(parameter)) ?? 1)
        default: put(next)
        }
      }
    }

    private mutating func obey(_ command: Character, _ count: Int) {
      if command != "m" { waits = false }
      switch command {
      case "A": row = max(0, row - count)
      case "B": row = min(cells.count - 1, row + count)
      case "C": column = min(columns - 1, column + count)
      case "K": erase(row, from: column)
      case "J":
        erase(row, from: column)
        for below in (row + 1)..<max(cells.count, row + 1) { erase(below, from: 0) }
      default: break
      }
    }

    private mutating func erase(_ row: Int, from column: Int) {
      for index in column..<columns { cells[row][index] = " " }
    }

    private mutating func lineFeed() {
      waits = false
      if row < cells.count - 1 {
        row += 1
      } else {
        cells.removeFirst()
        cells.append(Array(repeating: " ", count: columns))
      }
    }

    private mutating func put(_ character: Character) {
      let width = character >= "\u{2E80}" ? 2 : 1
      if waits || column + width > columns {
        column = 0
        lineFeed()
      }
      cells[row][column] = character
      if width == 2 { cells[row][column + 1] = "\0" }
      column += width
      waits = column == columns
      if waits { column -= 1 }
    }
  }

  private func rows(_ text: String, cursor: Int, columns: Int) -> EntryRows {
    var rows = EntryRows(columns: columns, hasColours: true)
    rows.add("peil> ", .prompt)
    let styles = [StyledRange(0..<min(3, text.utf8.count), .verb)]
    rows.add(text, gutter: "  ... ", styles: styles, cursor: cursor)
    return rows
  }

  /// The text of a row without its colours.
  private func plain(_ row: EntryRows.Row) -> String {
    let text = String(decoding: row.bytes, as: UTF8.self).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  @Test(arguments: [(20, 12), (11, 6), (7, 30)])
  func aTerminalShowsTheRows(columns: Int, height: Int) {
    let pieces: [Character] = ["a", "é", "日", "\n", "b", " ", "c", "d", "e"]
    var random = SeededGenerator(state: 41)
    var screen = EntryScreen(columns: columns, rows: height)
    var terminal = Terminal(columns: columns, rows: height)
    var text: [Character] = []
    for step in 0..<1500 {
      let place = Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: text = []
      case 1 where !text.isEmpty: text.removeSubrange(min(place, text.count - 1)...)
      case 2: text += (0..<15).map { _ in pieces.randomElement(using: &random) ?? "a" }
      default: text.insert(pieces.randomElement(using: &random) ?? "a", at: place)
      }
      if text.count > 150 { text = [] }
      let entry = String(text)
      let cursor = String(text.prefix(place)).utf8.count
      let picture = rows(entry, cursor: cursor, columns: columns)
      terminal.write(screen.draw(picture))
      let seen = terminal.lines
      let wanted = picture.rows.map(plain)
      let column = terminal.waits ? columns : terminal.column
      guard
        picture.rows.count <= height
          ? contains(seen, wanted, terminal.row - picture.cursorRow)
          : seen[terminal.row] == wanted[picture.cursorRow],
        column == picture.cursorColumn
      else {
        Issue.record("step \(step), \(entry): \(seen), not \(wanted)")
        return
      }
    }
  }

  private func contains(_ seen: [String], _ wanted: [String], _ first: Int) -> Bool {
    first >= 0 && first + wanted.count <= seen.count
      && Array(seen[first..<(first + wanted.count)]) == wanted
      && seen[(first + wanted.count)...].allSatisfy(\.isEmpty)
  }

  @Test func onlyWhatChangesIsWritten() {
    var screen = EntryScreen(columns: 20, rows: 10)
    _ = screen.draw(rows("abc\ndef", cursor: 7, columns: 20))
    let output = screen.draw(rows("abc\ndefg", cursor: 8, columns: 20))
    #expect(!output.contains("peil"))
    #expect(screen.draw(rows("abc\ndefg", cursor: 8, columns: 20)) == "")
  }

  @Test func withoutColoursNothingIsColoured() {
    var rows = EntryRows(columns: 20, hasColours: false)
    rows.add("peil> ", .prompt)
    rows.add("boom", .fault)
    #expect(rows.rows.map { String(decoding: $0.bytes, as: UTF8.self) } == ["peil> boom"])
  }

  @Test func whatATerminalWouldObeyIsShown() {
    var rows = EntryRows(columns: 40, hasColours: false)
    rows.add("a\u{1B}[31mb\tc\u{7F}", gutter: "")
    #expect(rows.rows.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a^[[31mb        c^?"])
  }

  @Test func narrowerTerminalsAreWipedFromThePrompt() {
    var screen = EntryScreen(columns: 20, rows: 10)
    // One line of 26 columns, then one of 9: at 10 columns they take three rows and one.
    _ = screen.draw(rows(String(repeating: "a", count: 20) + "\nabc", cursor: 24, columns: 20))
    #expect(screen.resize(columns: 10, rows: 10) == "\u{1B}[3A\r\u{1B}[J")
  }
}

/// Numbers that look random and are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  /// SplitMix64, by Sebastiano Vigna.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
