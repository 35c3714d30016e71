import SourceText

/// The faults of workbooks, worded for who has to repair the workbook or the script.
///
/// What is wrong in the file has phase `run`, what a script asks for in vain phase `check`.
struct WorkbookFault: Sendable {
  let name: String

  /// What lies in the file instead of a workbook.
  enum Other {
    case encrypted
    case oldWorkbook
    case binaryWorkbook
    case openDocument
    case text
    case empty
  }

  /// A file of another kind.
  func notAWorkbook(_ other: Other) -> Diagnostic {
    switch other {
    case .encrypted:
      run(
        "encrypted-workbook", "\(name) is encrypted",
        "open it with its password and save it without one")
    case .oldWorkbook:
      run(
        "old-workbook", "\(name) is a workbook of before 2007 (.xls)",
        "save it as Excel workbook (.xlsx)")
    case .binaryWorkbook:
      run(
        "other-workbook", "\(name) is a binary workbook (.xlsb)",
        "save it as Excel workbook (.xlsx)")
    case .openDocument:
      run(
        "other-workbook", "\(name) is an OpenDocument file", "save it as Excel workbook (.xlsx)")
    case .text:
      run(
        "no-workbook", "\(name) is no Excel workbook (.xlsx)",
        "delimited text is read with `csv \"\(name)\"`")
    case .empty:
      run("empty-file", "\(name) is empty", "fetch or save it again")
    }
  }

  /// A workbook of which a part is not as it should be.
  func damaged(_ what: String) -> Diagnostic {
    run("damaged-workbook", "\(name) is damaged: \(what)", "fetch or save it again")
  }

  /// A part that unpacks to more than is read.
  func tooLarge(_ what: String, limit: Int) -> Diagnostic {
    let megabytes = (limit + (1 << 20) - 1) >> 20
    return run(
      "workbook-too-large", "\(what) of \(name) is larger than \(megabytes) MB unpacked",
      "save the sheet as csv and read it with `csv`")
  }

  /// A document type, with which a small file could grow without end.
  func documentType(_ part: String) -> Diagnostic {
    run(
      "damaged-workbook", "\(name) is refused: `\(part)` has a document type",
      "no program that writes workbooks adds one; fetch it again from a source you trust")
  }

  /// A sheet name that is not there.
  func unknownSheet(_ sheet: String, among names: [String]) -> Diagnostic {
    var notes: [String] = []
    if let nearest = Suggestion.nearest(to: sheet, among: names) {
      notes.append("did you mean \(Self.quoted(nearest))?")
    }
    notes.append("sheets here: \(Self.list(names))")
    return Diagnostic(
      .error, code: "unknown-sheet", "no sheet \(Self.quoted(sheet)) in \(name)", notes: notes)
  }

  /// A sheet without cells, such as a chart.
  func noCells(_ sheet: String, _ kind: String, among names: [String]) -> Diagnostic {
    let notes = names.isEmpty ? [] : ["sheets with cells: \(Self.list(names))"]
    return Diagnostic(
      .error, code: "no-table-sheet",
      "sheet \(Self.quoted(sheet)) of \(name) is a \(kind), not a table", notes: notes)
  }

  /// Several sheets any of which may be meant.
  func severalSheets(_ names: [String]) -> Diagnostic {
    Diagnostic(
      .error, code: "several-sheets", "\(name) has \(names.count) sheets with data",
      notes: ["say which: \(names.map { "`sheet \(Self.quoted($0))`" }.joined(separator: ", "))"])
  }

  /// A workbook with charts and macros only, or with nothing that is shown.
  func noSheets(hidden: [String]) -> Diagnostic {
    let notes = hidden.isEmpty ? [] : ["hidden sheets are read when named: \(Self.list(hidden))"]
    return Diagnostic(
      .error, phase: .run, code: "no-table-sheet", "\(name) has no visible sheet with cells",
      notes: notes)
  }

  private func run(_ code: String, _ message: String, _ note: String) -> Diagnostic {
    Diagnostic(.error, phase: .run, code: code, message, notes: [note])
  }

  private static func list(_ names: [String]) -> String {
    names.map(quoted).joined(separator: ", ")
  }

  /// A name as a text of the language.
  static func quoted(_ name: String) -> String { "\"\(CSVFault.escaped(name))\"" }
}
