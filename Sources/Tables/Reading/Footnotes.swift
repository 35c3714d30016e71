import Columnar
import Wording

/// What stands below a table, a line each: the marks of partly known cells by column, the signs
/// used for missing cells, and the notes.
struct Footnotes: Sendable {
  /// What stands behind a partly known value.
  static let mark = "*"

  /// `Cliënten: 1 cel deels bekend (1 van 2)`, a line a column that has such cells.
  let marks: [String]
  /// `≠ niet vergelijkbaar (missing: not_comparable)`, a line a reason that occurs.
  let legend: [String]
  /// The notes, in order.
  let notes: [String]

  init(_ view: TableView) {
    guard view.options.showsNotes else {
      (marks, legend, notes) = ([], [], [])
      return
    }
    let options = view.options
    marks = zip(view.table.schema.fields, view.table.columns).compactMap { field, column in
      Self.mark(field, column, options)
    }
    legend = Self.legend(view.table, options)
    notes = view.notes.map { note in
      switch options.language {
      case .dutch: note.dutch
      case .english: note.english
      }
    }
  }

  /// All lines, for below the table.
  var lines: [String] { marks.map { "\(Self.mark) \($0)" } + legend + notes }

  /// The text for a stream beside a table that shows no signs: partly known cells and notes, a
  /// line each.
  func apart(_ language: Language) -> String {
    let prefix = TableWording(language: language).notePrefix
    return (marks + notes).map { prefix + VisibleText.plain($0) + "\n" }.joined()
  }

  private static func mark(
    _ field: Field, _ column: Column, _ options: TableOptions
  ) -> String? {
    guard let coverage = column.coverage, coverage.hasPartial else { return nil }
    var (cells, known, all) = (0, Int64(0), Int64(0))
    for row in 0..<column.count {
      guard let part = column.partialCoverage(at: row) else { continue }
      cells += 1
      known += Int64(part.known)
      all += Int64(part.all)
    }
    guard cells > 0 else { return nil }
    let style = options.style
    let text = TableWording(language: options.language).partlyKnown(
      cells: cells, known: style.integer(known), of: style.integer(all), style: style)
    return "\(field.heading): \(text)"
  }

  private static func legend(_ table: Table, _ options: TableOptions) -> [String] {
    var used = [Bool](repeating: false, count: 256)
    for column in table.columns {
      for reason in column.missing ?? [] { used[Int(reason)] = true }
    }
    return MissingReason.allCases.filter { used[Int($0.rawValue)] }.map { reason in
      let wording = MissingWording(reason, in: options.language)
      let name = options.namesReasons ? " (missing: \(reason.name))" : ""
      return "\(wording.symbol) \(wording.words)\(name)"
    }
  }
}
