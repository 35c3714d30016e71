import SourceText

/// Writes the rows of a sheet out as delimited text, and remembers the cell of each field.
///
/// Columns are those with a name in the header; rows without a value are passed over, as empty
/// lines of a file are. Merged cells: only the first has a value. In a header of several lines a
/// cell that spans columns in a line above the last gives its text to each of them.
final class SheetRows {
  /// The sign between fields: no cell of a sheet has one unless a text holds it, quoted then.
  static let delimiter = UInt8(ascii: "\t")

  private let skippedRows: Int
  private let headerRows: Int
  private let merges: [MergedCells]
  private let fault: SheetFault
  private let allowedErrors: Set<[UInt8]>
  private let limit: Int
  private var header: [(row: Int, names: [Int: [UInt8]])] = []
  /// For each column of the sheet its field; -1 for none.
  private var slots: [Int] = []
  private var columns: [Int] = []
  /// The cells of the current row, in the order of the file.
  private var cells: [(column: Int, end: Int)] = []
  private var letters: [UInt8] = []
  private var fields: [Range<Int>] = []
  private(set) var text: [UInt8] = []
  private var lineRows: [UInt32] = []

  init(
    skippedRows: Int, headerRows: Int, merges: [MergedCells], errors: Set<[UInt8]>,
    fault: SheetFault, limit: Int
  ) {
    self.skippedRows = skippedRows
    self.headerRows = headerRows
    self.merges = merges
    self.fault = fault
    self.limit = limit
    allowedErrors = errors
  }

  /// Adds a cell to the current row.
  func add(_ value: some Collection<UInt8>, at cell: CellReference) throws(Diagnostic) {
    guard cell.row > skippedRows, value.contains(where: { $0 != 0x20 }) else { return }
    if header.count == headerRows {
      guard cell.column < slots.count, slots[cell.column] >= 0 else {
        throw fault.unnamed(cell, String(decoding: value.prefix(60), as: UTF8.self))
      }
    }
    letters.append(contentsOf: value)
    cells.append((cell.column, letters.count))
  }

  /// Adds a cell that holds an error such as `#N/A`. Throws for an error that has no reason.
  func addError(_ value: [UInt8], at cell: CellReference) throws(Diagnostic) {
    guard cell.row <= skippedRows || allowedErrors.contains(value) else {
      throw fault.errorCell(cell, String(decoding: value.prefix(40), as: UTF8.self))
    }
    try add(value, at: cell)
  }

  /// Ends a row.
  func end(_ row: Int) throws(Diagnostic) {
    defer {
      cells.removeAll(keepingCapacity: true)
      letters.removeAll(keepingCapacity: true)
    }
    guard !cells.isEmpty else { return }
    guard header.count == headerRows else {
      var names: [Int: [UInt8]] = [:]
      var start = 0
      for cell in cells {
        names[cell.column] = Self.inOneLine(letters[start..<cell.end])
        start = cell.end
      }
      header.append((row, names))
      if header.count == headerRows { try writeHeader() }
      return
    }
    for index in fields.indices { fields[index] = 0..<0 }
    var start = 0
    for cell in cells {
      fields[slots[cell.column]] = start..<cell.end
      start = cell.end
    }
    try writeRow(row)
  }

  /// Ends the sheet; where each field of the text came from.
  func finish() throws(Diagnostic) -> SheetPlaces {
    if !header.isEmpty, header.count < headerRows { try writeHeader() }
    return SheetPlaces(rows: lineRows, columns: columns)
  }

  private func writeHeader() throws(Diagnostic) {
    for index in header.indices.dropLast() { spread(index) }
    var named: Set<Int> = []
    for line in header { named.formUnion(line.names.keys) }
    columns = named.sorted()
    slots = [Int](repeating: -1, count: (columns.last ?? 0) + 1)
    for (slot, column) in columns.enumerated() { slots[column] = slot }
    fields = [Range<Int>](repeating: 0..<0, count: columns.count)
    for line in header {
      letters.removeAll(keepingCapacity: true)
      for (slot, column) in columns.enumerated() {
        let start = letters.count
        letters += line.names[column] ?? []
        fields[slot] = start..<letters.count
      }
      try writeRow(line.row)
    }
  }

  /// Gives the text of a cell over several columns to those that have a name of their own below.
  private func spread(_ index: Int) {
    let row = header[index].row
    for merge in merges where merge.first.row <= row && row <= merge.last.row {
      guard merge.first.row == row, merge.first.column < merge.last.column,
        let name = header[index].names[merge.first.column]
      else { continue }
      for column in (merge.first.column + 1)...merge.last.column
      where header[(index + 1)...].contains(where: { $0.names[column] != nil }) {
        header[index].names[column] = name
      }
    }
  }

  private func writeRow(_ row: Int) throws(Diagnostic) {
    for (slot, field) in fields.enumerated() {
      if slot > 0 { text.append(Self.delimiter) }
      write(letters[field], row)
    }
    text.append(0x0A)
    lineRows.append(UInt32(truncatingIfNeeded: row))
    guard text.count <= limit else { throw fault.tooLarge(limit: limit) }
  }

  private func write(_ field: ArraySlice<UInt8>, _ row: Int) {
    let isPlain = !field.contains { $0 == Self.delimiter || $0 == 0x0A || $0 == 0x0D || $0 == 0x22 }
    guard !isPlain else {
      text += field
      return
    }
    text.append(0x22)
    var previous: UInt8 = 0
    for byte in field {
      // Line ends of all kinds become one, so that lines are easily counted.
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D || previous != 0x0D {
          text.append(0x0A)
          lineRows.append(UInt32(truncatingIfNeeded: row))
        }
      } else {
        if byte == 0x22 { text.append(0x22) }
        text.append(byte)
      }
      previous = byte
    }
    text.append(0x22)
  }

  /// A name that is broken into lines to fit its cell, as one line.
  private static func inOneLine(_ name: ArraySlice<UInt8>) -> [UInt8] {
    name.split { $0 == 0x0A || $0 == 0x0D }.joined(separator: [0x20]).map { $0 }
  }
}

/// Which cell each field of the text of a sheet came from.
struct SheetPlaces: Sendable {
  /// The row of each line.
  let rows: [UInt32]
  /// The column of each field.
  let columns: [Int]

  /// The cell of a field, both from 1.
  func cell(line: Int, position: Int) -> String {
    guard rows.indices.contains(line - 1), columns.indices.contains(position - 1) else {
      return "of line \(line)"
    }
    return CellReference(row: Int(rows[line - 1]), column: columns[position - 1]).text
  }

  /// The letters of a column by its position from 1.
  func column(_ position: Int) -> String {
    columns.indices.contains(position - 1)
      ? CellReference.letters(columns[position - 1]) : "\(position)"
  }
}
