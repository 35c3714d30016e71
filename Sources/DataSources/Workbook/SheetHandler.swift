import SourceText

/// Reads the cells of a sheet, row by row, into rows of text.
final class SheetHandler: XMLHandler {
  private let texts: WorkbookText
  private let formats: [CellFormat]
  private let numbers: CellNumber
  private let fault: SheetFault
  private let rows: SheetRows
  private var row = 0
  private var cell = CellReference(row: 0, column: 0)
  private var type = CellType.number
  private var format = CellFormat.number
  private var value: [UInt8] = []
  private var run = TextRun()
  private var hasValue = false
  private var hasFormula = false
  private var isInData = false
  private var isInCell = false
  private var isInValue = false
  private var isInText = false
  /// Read to its end, for only then its checksum is compared.
  var isDone: Bool { false }

  /// How a cell writes its value (ECMA-376 part 1, 18.18.11).
  private enum CellType {
    case number
    case shared
    case text
    case inline
    case boolean
    case error
    case date
  }

  init(
    texts: WorkbookText, formats: [CellFormat], numbers: CellNumber, fault: SheetFault,
    rows: SheetRows
  ) {
    self.texts = texts
    self.formats = formats
    self.numbers = numbers
    self.fault = fault
    self.rows = rows
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(Diagnostic) {
    if isInCell {
      if element == "v" {
        isInValue = true
        hasValue = true
      } else if element == "f" {
        hasFormula = true
      } else if element == "is" {
        isInText = true
        hasValue = true
        run.begin()
      }
      if isInText { run.start(element) }
    } else if isInData {
      if element == "c" {
        try startCell(attributes)
      } else if element == "row" {
        try startRow(attributes)
      }
    } else if element == "sheetData" {
      isInData = true
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue {
      unsafe value.append(contentsOf: bytes)
    } else if isInText {
      unsafe run.add(bytes)
    }
  }

  func end(_ element: XMLName) throws(Diagnostic) {
    if isInCell {
      if element == "c" {
        isInCell = false
        try endCell()
      } else if element == "v" {
        isInValue = false
      } else if element == "is" {
        isInText = false
      } else if isInText {
        run.end(element)
      }
    } else if isInData {
      if element == "row" { try rows.end(row) }
      if element == "sheetData" { isInData = false }
    }
  }

  private func startRow(_ attributes: XMLAttributes) throws(Diagnostic) {
    let number = attributes.integer("r") ?? row + 1
    guard number > row, number <= CellReference.mostRows else {
      throw fault.damaged("row \(number) follows row \(row)")
    }
    row = number
    cell = CellReference(row: row, column: 0)
  }

  private func startCell(_ attributes: XMLAttributes) throws(Diagnostic) {
    var place = CellReference(row: row, column: cell.column + 1)
    if let text = unsafe attributes.bytes("r") {
      let letters = unsafe UnsafeRawBufferPointer(start: text, count: XMLAttributes.length(text))
      guard let written = unsafe CellReference(letters), written.row == row else {
        throw fault.damaged("a cell of row \(row) is called `\(attributes.text("r") ?? "")`")
      }
      place = written
    }
    guard place.column > cell.column, place.column <= CellReference.mostColumns else {
      throw fault.damaged("the cells of row \(row) are not in order")
    }
    cell = place
    type = try cellType(attributes)
    format = .number
    if type == .number, let style = attributes.integer("s"), formats.indices.contains(style) {
      format = formats[style]
    }
    value.removeAll(keepingCapacity: true)
    isInCell = true
    hasValue = false
    hasFormula = false
  }

  private func cellType(_ attributes: XMLAttributes) throws(Diagnostic) -> CellType {
    switch attributes.text("t") {
    case nil, "n": return .number
    case "s": return .shared
    case "str": return .text
    case "inlineStr": return .inline
    case "b": return .boolean
    case "e": return .error
    case "d": return .date
    case let other?: throw fault.damaged("cell \(cell.text) is of the unknown type `\(other)`")
    }
  }

  private func endCell() throws(Diagnostic) {
    guard hasValue else {
      // Programs that write formulas without working them out leave their values away.
      if hasFormula { throw fault.uncomputed(cell) }
      return
    }
    if value.isEmpty, type != .inline { return }
    switch type {
    case .number:
      guard let text = numbers.text(value, format) else { throw unreadable("a number") }
      try rows.add(text, at: cell)
    case .shared:
      guard let index = Int(String(decoding: value, as: UTF8.self)), let text = texts[index] else {
        throw unreadable("the number of a text")
      }
      try rows.add(text, at: cell)
    case .text: try rows.add(WorkbookText.unescaped(value), at: cell)
    case .inline: try rows.add(WorkbookText.unescaped(run.bytes), at: cell)
    case .boolean:
      guard value == [0x30] || value == [0x31] else { throw unreadable("0 or 1") }
      try rows.add(Array((value == [0x31] ? "true" : "false").utf8), at: cell)
    case .error: try rows.addError(value, at: cell)
    case .date: try rows.add(Self.day(value), at: cell)
    }
  }

  private func unreadable(_ what: String) -> Diagnostic {
    let shown = String(decoding: value.prefix(40), as: UTF8.self)
    return fault.damaged("cell \(cell.text) holds `\(shown)`, not \(what)")
  }

  /// A day as ISO 8601 has it, without a time at midnight and otherwise with a space before it.
  private static func day(_ text: [UInt8]) -> [UInt8] {
    guard text.count > 10, text[10] == UInt8(ascii: "T") else { return text }
    var time = text[11...]
    if time.last == UInt8(ascii: "Z") { time.removeLast() }
    let isMidnight = time.allSatisfy { [0x30, 0x3A, 0x2E].contains($0) }
    return Array(text[..<10]) + (isMidnight ? [] : [0x20] + time)
  }
}

/// Reads which cells are shown as one; they stand behind the cells.
final class MergeHandler: XMLHandler {
  private(set) var merges: [MergedCells] = []
  var isDone: Bool { false }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    guard element == "mergeCell", let text = attributes.text("ref"),
      let merge = MergedCells(text)
    else { return }
    merges.append(merge)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: XMLName) {}
}
