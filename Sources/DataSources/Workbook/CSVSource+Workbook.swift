import Columnar
package import SourceText

extension CSVSource {
  /// Opens a sheet of a workbook, which from there on is read as delimited text is: the same
  /// header, types, roles and words for missing values. Without a name the sheet is the only
  /// visible one that holds anything.
  ///
  /// The whole sheet is unpacked at once. Throws for what is no workbook, is damaged or encrypted,
  /// for a sheet that is not there, and for cells that have no value to give (phase `run`).
  package convenience init(
    workbook path: String, displayName: String? = nil, sheet: String?,
    options: CSVOptions = CSVOptions()
  ) throws(Diagnostic) {
    let name = displayName ?? path
    try self.init(
      workbook: ByteOrigin.open(path: path, name: name), name, sheet: sheet, options,
      Workbook.Limits())
  }

  convenience init(
    workbook origin: ByteOrigin, _ name: String, sheet: String?, _ options: CSVOptions,
    _ limits: Workbook.Limits
  ) throws(Diagnostic) {
    var options = options
    let workbook = try Workbook(origin, name: name, limits: limits)
    let chosen = try workbook.sheet(named: sheet)
    // Points between thousands leave only a comma for decimals.
    let hasComma = options.decimalComma ?? (options.thousands == .point)
    options.missing += Self.errors.filter { error in
      !options.missing.contains { $0.token == error.token }
    }
    let fault = SheetFault(workbook: workbook.fault, sheet: chosen.name)
    let (text, places) = try workbook.text(
      of: chosen, options, fault, decimalMark: hasComma ? 0x2C : 0x2E)
    try workbook.archive.confirmUnchanged()
    options.delimiter = SheetRows.delimiter
    options.decimalComma = hasComma
    options.encoding = .utf8
    options.skippedLines = 0
    try self.init(.memory(text), fault.name, options, stored: origin, places: places)
  }

  /// Errors of cells that tell why there is no value. Any other is a fault of the workbook.
  static let errors: [(token: String, reason: MissingReason)] = [
    ("#N/A", .unknown), ("#DIV/0!", .divisionByZero), ("#NUM!", .outOfDomain),
  ]
}

extension Workbook {
  /// A sheet written out as delimited text, with the cell of each field.
  func text(
    of sheet: Sheet, _ options: CSVOptions, _ fault: SheetFault, decimalMark: UInt8
  ) throws(Diagnostic) -> (text: [UInt8], places: SheetPlaces) {
    let title = "sheet \(WorkbookFault.quoted(sheet.name))"
    let merged = MergeHandler()
    // Merged cells are listed behind the others, and only matter to a header of several rows.
    if options.headerLines > 1 {
      try archive.read(
        sheet.part, title, into: XMLParser(sheet.part, fault.workbook, merged))
    }
    let rows = SheetRows(
      skippedRows: options.skippedLines, headerRows: options.headerLines, merges: merged.merges,
      errors: Set(options.missing.map { Array($0.token.utf8) }), fault: fault, limit: limits.text)
    let handler = SheetHandler(
      texts: try sharedTexts(), formats: try formats(),
      numbers: CellNumber(countsFrom1904: countsFrom1904, decimalMark: decimalMark), fault: fault,
      rows: rows)
    try archive.read(sheet.part, title, into: XMLParser(sheet.part, fault.workbook, handler))
    let places = try rows.finish()
    return (rows.text, places)
  }
}
