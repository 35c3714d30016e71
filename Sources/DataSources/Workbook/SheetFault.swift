import SourceText

/// The faults of one sheet, with the cell.
struct SheetFault: Sendable {
  let workbook: WorkbookFault
  let sheet: String

  /// How messages name the sheet.
  var name: String { "sheet \(WorkbookFault.quoted(sheet)) of \(workbook.name)" }

  /// Cells that cannot be as they are.
  func damaged(_ what: String) -> Diagnostic {
    WorkbookFault(name: name).damaged(what)
  }

  /// A sheet that takes more memory than is given.
  func tooLarge(limit: Int) -> Diagnostic {
    workbook.tooLarge("sheet \(WorkbookFault.quoted(sheet))", limit: limit)
  }

  /// A value in a column without a name.
  func unnamed(_ cell: CellReference, _ value: String) -> Diagnostic {
    let column = CellReference.letters(cell.column)
    return Diagnostic(
      .error, phase: .run, code: "unnamed-column",
      "column \(column) of \(name) has no name in the header, but cell \(cell.text) holds "
        + "`\(Self.inOneLine(value))`",
      notes: [
        "name the column in the workbook, or clear the cell",
        "titles above the header: `skip`; a header of two rows: `header 2`",
      ])
  }

  /// A formula whose value is not in the file.
  func uncomputed(_ cell: CellReference) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "uncomputed-formula",
      "cell \(cell.text) of \(name) is a formula without its value",
      notes: ["the program that wrote it did not work it out: open it in Excel and save it"])
  }

  /// An error such as `#REF!`, which is a fault of the workbook and no missing value.
  func errorCell(_ cell: CellReference, _ error: String) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "error-cell",
      "cell \(cell.text) of \(name) holds the error `\(error)`",
      notes: [
        "repair the formula in the workbook",
        "no value at all: `missing \"\(CSVFault.escaped(error))\" = unknown`, or another reason",
      ])
  }

  private static func inOneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
