import Columnar
import Planning
import SourceText

/// Makes a row of all rows with equal keys, with a column for each value of another column.
struct PivotRows: TableTransform {
  let keys: [Int]
  let value: Int
  let by: Int
  /// The values that become columns, in order.
  let values: [Value]
  let file: SourceFile
  let range: SourceRange
  /// The rows of all columns that it uses, found when it was planned.
  let found: RowsAtHand
  /// The same once its input has just those columns.
  var input: RowsAtHand?
  /// Every row of the result takes a cell of each column.
  func estimatedRows(_ input: Double) -> Double? { input / Double(max(values.count, 1)) }
  var summary: String { "pivot \(values.count) columns" }

  /// The columns that it uses of its input.
  static func used(keys: [Int], value: Int, by: Int) -> KeptColumns {
    KeptColumns(Set(keys + [value, by]))
  }

  func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<any TableTransform>? {
    let used = Self.used(keys: keys, value: value, by: by)
    let rows = PivotRows(
      keys: keys.map(used.place), value: used.place(of: value), by: used.place(of: by),
      values: values, file: file, range: range, found: found, input: found)
    return NarrowedStep(
      rows, inputs: [used], outputs: KeptColumns(Set(0..<(keys.count + values.count))))
  }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    let rows = PivotGroups(input, keys, run.workers)
    let cells = try cells(input, rows.groups, count: rows.firstRows.count, run.workers)
    let count = rows.firstRows.count
    let source = input.columns[value]
    let columns = run.workers.pieces(values.count, of: count) { head in
      source.gather(cells[(head * count)..<((head + 1) * count)], absent: .noRow)
    }
    return Batch(
      columns: keys.map { input.columns[$0].gather(at: rows.firstRows) } + columns, count: count)
  }

  /// The row of each cell, or `UInt32.max` without one; column by column.
  private func cells(
    _ input: Table, _ groups: [UInt32], count: Int, _ workers: RowWorkers
  ) throws -> [UInt32] {
    let (heads, headOf) = heads(input, workers)
    // Where the cells of a column begin; a row that belongs in none has none.
    let starts = headOf.map { $0.map { $0 * count } }
    var cells = [UInt32](repeating: .max, count: values.count * count)
    for row in heads.indices {
      guard let start = starts[Int(heads[row])] else { continue }
      let place = start + Int(groups[row])
      guard cells[place] == .max else { throw twice(input, Int(cells[place]), row) }
      cells[place] = UInt32(truncatingIfNeeded: row)
    }
    return cells
  }

  /// A number for the column that each row belongs in, and which that is; nil for none.
  private func heads(_ input: Table, _ workers: RowWorkers) -> ([UInt32], [Int?]) {
    var heads: [Value: Int] = [:]
    for (index, value) in values.enumerated() { heads[value] = index }
    let source = input.columns[by]
    func head(_ column: Column, _ row: Int) -> Int? {
      heads[column.reason(at: row) == nil ? column.value(at: row) : .missing(.unknown)]
    }
    if let grid = KeyGrid([source], most: 1 << 16) {
      let distinct = grid.keys(of: Array(0..<grid.cellCount))[0]
      return (
        grid.cells([source], count: input.count, workers),
        (0..<grid.cellCount).map { head(distinct, $0) }
      )
    }
    var encoder = KeyEncoder(columnCount: 1)
    let (ids, firstRows) = encoder.encode([source], count: input.count)
    return (ids, firstRows.map { head(source, $0) })
  }

  private func twice(_ input: Table, _ first: Int, _ second: Int) -> Diagnostic {
    let named = keys + [by]
    let columns = named.map { input.columns[$0] }
    let fields = named.map { input.schema.fields[$0] }
    let both = [first, second].map { input.columns[value].value(at: $0).shown }
    return Diagnostic(
      .error, phase: .run, code: "cell-twice", "two rows belong in one cell", file: file,
      range: range,
      notes: [
        "first twice: " + KeyText.assignments(columns, fields, first),
        "rows \(first + 1) and \(second + 1), with \(input.schema.fields[value].name) = "
          + both.joined(separator: " and "),
        "aggregate first, as in `sum \(input.schema.fields[value].name) by "
          + "\(fields.map(\.name).joined(separator: ", "))`",
      ])
  }
}
