/// The place of a cell, such as `B12`: row and column from 1.
struct CellReference: Hashable, Sendable {
  let row: Int
  let column: Int

  /// The most rows and columns a sheet has.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads a reference up to its end or to a `:`; nil when it is none or lies outside a sheet.
  init?(_ bytes: some Sequence<UInt8>) {
    var row = 0
    var column = 0
    for byte in bytes {
      if byte == UInt8(ascii: ":") { break }
      if byte == UInt8(ascii: "$") { continue }
      let letter = (byte & 0xDF) &- 0x41
      if letter < 26, row == 0 {
        column = column * 26 + Int(letter) + 1
      } else if byte &- 0x30 < 10, column > 0 {
        row = row * 10 + Int(byte &- 0x30)
      } else {
        return nil
      }
      guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
    }
    guard row > 0 else { return nil }
    self.row = row
    self.column = column
  }

  /// The reference as people write it.
  var text: String { Self.letters(column) + String(row) }

  /// The letters of a column from 1.
  static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// Cells shown as one, of which only the first has a value.
struct MergedCells: Sendable {
  let first: CellReference
  let last: CellReference

  /// Reads a range such as `A1:C1`; nil when it is none.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"))
    guard parts.count == 2, let first = CellReference(parts[0]), let last = CellReference(parts[1])
    else { return nil }
    self.first = first
    self.last = last
  }
}
