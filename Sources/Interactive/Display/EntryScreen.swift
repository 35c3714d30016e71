/// The rows of an entry on the terminal: writes only what differs from what is there.
///
/// It believes that the first row starts where the cursor was when it drew first. An entry taller
/// than the screen is seen through a window that follows the cursor.
package struct EntryScreen: Sendable {
  private var columns: Int
  private var height: Int
  /// What is on the terminal, from the first row of the window on.
  private var shown: [EntryRows.Row] = []
  private var top = 0
  /// The cursor on the terminal; its row counts in the window.
  private var row = 0
  private var column = 0

  /// Creates an empty screen of a size.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    height = max(rows, 1)
  }

  /// What makes the terminal show these rows.
  package mutating func draw(_ picture: EntryRows) -> String {
    let window = window(picture)
    var output: [UInt8] = []
    var written = -1
    for index in window.indices {
      if index < shown.count, shown[index] == window[index] { continue }
      // Behind a full row the terminal itself goes to the next one, and remembers that the line
      // goes on, which a newline of ours would deny.
      let flows = index > 0 && written == index - 1 && window[index - 1].goesOn
      if flows {
        if window[index].width == 0 { output += " \r".utf8 }
        row = index
      } else {
        move(to: index, &output)
      }
      output += window[index].bytes
      if window[index].width < columns { output += "\u{1B}[K".utf8 }
      if index >= shown.count { shown.append(window[index]) }
      shown[index] = window[index]
      written = index
      column = -1
    }
    if shown.count > window.count {
      move(to: window.count, &output)
      output += "\u{1B}[J".utf8
      shown.removeLast(shown.count - window.count)
    }
    let cursorRow = picture.cursorRow - top
    if row != cursorRow || column != picture.cursorColumn {
      move(to: cursorRow, &output)
      if picture.cursorColumn > 0 { output += "\u{1B}[\(picture.cursorColumn)C".utf8 }
      column = picture.cursorColumn
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// What leaves the cursor on the line below the rows, and forgets them.
  package mutating func leave() -> String {
    var output: [UInt8] = []
    if !shown.isEmpty { move(to: shown.count - 1, &output) }
    output += "\r\n".utf8
    forget()
    return String(decoding: output, as: UTF8.self)
  }

  /// What wipes the rows after the terminal got another size, and forgets them.
  ///
  /// Terminals lay the lines out anew at the new width, and move the cursor along.
  package mutating func resize(columns: Int, rows: Int) -> String {
    let width = max(columns, 1)
    var above = 0
    var line = 0
    for drawn in shown.prefix(row) {
      line += drawn.width
      if drawn.goesOn { continue }
      above += max(1, (line + width - 1) / width)
      line = 0
    }
    above += (line + max(column, 0)) / width
    self.columns = columns
    height = max(rows, 1)
    forget()
    return (above > 0 ? "\u{1B}[\(above)A" : "") + "\r\u{1B}[J"
  }

  /// What empties the terminal, but for what it keeps to scroll back to; forgets the rows.
  package mutating func clear() -> String {
    forget()
    return "\u{1B}[H\u{1B}[2J"
  }

  private mutating func forget() {
    shown = []
    top = 0
    row = 0
    column = 0
  }

  /// The rows that fit on the screen, those around the cursor.
  private mutating func window(_ picture: EntryRows) -> [EntryRows.Row] {
    top = min(top, max(0, picture.rows.count - height))
    if picture.cursorRow < top { top = picture.cursorRow }
    if picture.cursorRow >= top + height { top = picture.cursorRow - height + 1 }
    return Array(picture.rows[top..<min(top + height, picture.rows.count)])
  }

  /// Goes to the start of a row, of which the rows above are there.
  private mutating func move(to target: Int, _ output: inout [UInt8]) {
    output.append(0x0D)
    if target < row {
      output += "\u{1B}[\(row - target)A".utf8
    } else if target > row {
      let last = max(min(target, shown.count - 1), row)
      if last > row { output += "\u{1B}[\(last - row)B".utf8 }
      output += repeatElement(0x0A, count: target - last)
    }
    row = target
    column = 0
  }
}
