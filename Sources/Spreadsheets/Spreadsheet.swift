package import Tables

/// A workbook to be written: sheets of text and of tables, in order.
package struct Spreadsheet: Sendable {
  /// A sheet.
  package enum Sheet: Sendable {
    /// Lines of text, the first of them a title.
    case text(name: String, lines: [String])
    /// A table with its title above it, and what belongs to it below it.
    case table(name: String, TableView, source: String)
  }

  package var sheets: [Sheet]
  /// The title in the properties of the file.
  package var title: String

  /// A workbook with sheets.
  package init(title: String, sheets: [Sheet]) {
    self.title = title
    self.sheets = sheets
  }

  /// Why a workbook could not be written.
  package struct Fault: Error, Sendable {
    /// One sentence, lower case.
    package let reason: String
  }

  /// Rows that a sheet has room for.
  package static let mostRows = 1_048_576

  /// The names of the sheets as Excel wants them: at most 31 characters, none of `[]:*?/\`, and each
  /// once.
  var names: [String] {
    var names: [String] = []
    for sheet in sheets {
      let wanted =
        switch sheet {
        case .text(let name, _), .table(let name, _, _): name
        }
      let clean = String(wanted.map { "[]:*?/\\'".contains($0) ? " " : $0 })
      let base = clean.allSatisfy(\.isWhitespace) ? "Blad" : clean
      var name = String(base.prefix(Self.longestName))
      var attempt = 1
      while names.contains(where: { $0.lowercased() == name.lowercased() }) {
        attempt += 1
        let end = " (\(attempt))"
        name = String(base.prefix(Self.longestName - end.count)) + end
      }
      names.append(name)
    }
    return names
  }

  private static let longestName = 31
}
