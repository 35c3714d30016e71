import SourceText
import Spreadsheets
import Tables

/// A report as a workbook: what it is, and a sheet for each table and figure.
enum SpreadsheetDocument {
  /// The bytes. Throws a fault of phase `output` when the workbook cannot be written.
  static func bytes(_ content: ReportContent, _ said: EditionContent) throws(Diagnostics) -> [UInt8]
  {
    let wording = ReportWording(language: content.report.language)
    let front = content.report.frontMatter
    var lines = [said.title, said.edition, content.text(front.subtitle) ?? ""]
    lines.append(content.text(front.footer) ?? "")
    if !said.footnotes.isEmpty {
      lines += ["", wording.notes]
      lines += said.footnotes.enumerated().map { "\($0 + 1). \($1)" }
    }
    var sheets: [Spreadsheet.Sheet] = [
      .text(name: wording.about, lines: [lines[0]] + lines.dropFirst().filter { !$0.isEmpty })
    ]
    for (label, view, title, source) in content.results.joined().compactMap(\.data) {
      var view = view
      view.title = title
      sheets.append(.table(name: label, view, source: source))
    }
    do throws(Spreadsheet.Fault) {
      return try Spreadsheet(title: said.title, sheets: sheets).bytes()
    } catch {
      throw Diagnostics(
        Diagnostic(
          .error, phase: .output, code: "unwritable-workbook",
          "the workbook cannot be written: \(error.reason)"))
    }
  }
}
