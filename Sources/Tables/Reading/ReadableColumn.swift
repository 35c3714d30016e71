import Columnar
import Wording

/// One column prepared for reading: heading, and cells as labels and rounded numbers.
struct ReadableColumn: Sendable {
  let heading: String
  /// The unit, unless the heading says it already.
  let unit: String?
  let alignsRight: Bool
  /// Whether a row could head its cells, as in html.
  let namesRows: Bool
  let cells: CellTexts
  let column: Column
  /// Whether any cell carries the mark of a partly known value.
  let hasMarks: Bool

  init(
    _ field: Field, _ column: Column, units: Column?, options: TableOptions,
    escape: @escaping TextEscape,
    missing: @escaping @Sendable (MissingReason, inout [UInt8]) -> Void
  ) {
    let format = ColumnFormat.readable(
      field, column, units: units, options: options, escape: escape, missing: missing)
    heading = field.heading
    unit = Self.unit(field)
    alignsRight = format.alignsRight
    namesRows = field.role != .measure
    cells = format.cells(of: column)
    self.column = column
    hasMarks =
      column.coverage?.hasPartial == true
      && (0..<column.count).contains { column.partialCoverage(at: $0) != nil }
  }

  /// The columns of a view.
  static func all(
    of view: TableView, escape: @escaping TextEscape,
    missing: @escaping @Sendable (MissingReason, inout [UInt8]) -> Void
  ) -> [ReadableColumn] {
    zip(view.table.schema.fields, view.table.columns).map { field, column in
      ReadableColumn(
        field, column, units: field.measure?.unitColumn.flatMap { view.table.column($0) },
        options: view.options, escape: escape, missing: missing)
    }
  }

  /// Heading and unit on one line: `Cliënten (per 1.000 inwoners)`.
  var fullHeading: String { unit.map { "\(heading) (\($0))" } ?? heading }

  private static func unit(_ field: Field) -> String? {
    guard let unit = field.unit, !unit.isNone else { return nil }
    let heading = field.heading.lowercased()
    let text = unit.text.lowercased()
    return heading == text || heading.contains("(\(text))") ? nil : unit.text
  }
}
