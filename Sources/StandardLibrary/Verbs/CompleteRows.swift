import Columnar
import Planning
import SourceText

/// Adds rows for combinations of keys that have none, and orders by the keys.
struct CompleteRows: TableTransform {
  let axes: [CompleteAxis]
  /// The time column among the keys.
  let time: Int?
  let copied: [CopiedAttribute]
  /// When regions exist, by column.
  let lifetimes: [Int: RegionLifetimes]
  let file: SourceFile
  let range: SourceRange
  private static let limit = 20_000_000

  var summary: String { "complete" }
  func estimatedRows(_ input: Double) -> Double? { nil }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    let columns = axes.map { input.columns[$0.column] }
    let values = axes.map { Self.values($0, input) }
    var total = 1
    for column in values {
      let (product, overflow) = total.multipliedReportingOverflow(by: column.count)
      guard !overflow, product <= Self.limit else { throw tooMany() }
      total = product
    }
    // The grid, the last key moving fastest.
    var grid: [Column] = []
    var repeats = 1
    for column in values.reversed() {
      let step = repeats
      grid.insert(column.gather((0..<total).map { $0 / step % max(column.count, 1) }), at: 0)
      repeats *= column.count
    }
    var encoder = KeyEncoder(columnCount: axes.count)
    _ = encoder.encode(columns, count: input.count)
    let (_, absent) = encoder.encode(grid, count: total)
    let added = existing(absent, grid)
    if added.count < absent.count { run.note(Self.outside(absent.count - added.count)) }
    if !added.isEmpty { run.note(Self.note(added.count)) }
    return ordered(input, grid.map { $0.gather(added) }, count: added.count)
  }

  /// The values a key should have, without missing ones, each once.
  private static func values(_ axis: CompleteAxis, _ input: Table) -> Column {
    let source = input.columns[axis.column]
    var column = source
    if let values = axis.values {
      var builder = ColumnBuilder(source.type)
      for value in values { builder.append(value) }
      column = builder.finish()
    }
    let known = (0..<column.count).filter { column.reason(at: $0) == nil }
    column = column.gather(known)
    var encoder = KeyEncoder(columnCount: 1)
    return column.gather(encoder.encode([column], count: column.count).firstRows)
  }

  /// New rows whose regions exist on the first day of their period.
  private func existing(_ rows: [Int], _ grid: [Column]) -> [Int] {
    guard let time, let place = axes.firstIndex(where: { $0.column == time }) else { return rows }
    let periods = grid[place].periods()
    var result = rows
    for (index, axis) in axes.enumerated() {
      guard let lifetimes = lifetimes[axis.column] else { continue }
      result = result.filter { row in
        guard let period = periods[row], case .text(let code) = grid[index].value(at: row) else {
          return true
        }
        return lifetimes.exists(code, on: period.firstDay)
      }
    }
    return result
  }

  private func ordered(_ input: Table, _ keys: [Column], count: Int) -> Batch {
    let total = input.count + count
    var columns = input.columns.indices.map { index in
      let type = input.schema.fields[index].type
      return Column.concatenate(
        [input.columns[index], .constant(.missing(.noRow), type, count: count)], type: type)
    }
    for (axis, key) in zip(axes, keys) {
      columns[axis.column] = Column.concatenate(
        [input.columns[axis.column], key], type: input.schema.fields[axis.column].type)
    }
    for attribute in copied {
      columns[attribute.column] = Self.copy(attribute, columns, input.count, total)
    }
    let order = RowOrder.sorted(
      total,
      by: axes.map { axis in
        RowOrder.Key(
          ranks: columns[axis.column].ranks(entity: input.schema.fields[axis.column].entity),
          isDescending: false)
      })
    return Batch(columns: columns.map { $0.gather(order) }, count: total)
  }

  /// The attribute with new rows taking the value of the first row with the same keys.
  private static func copy(
    _ attribute: CopiedAttribute, _ columns: [Column], _ own: Int, _ total: Int
  ) -> Column {
    var encoder = KeyEncoder(columnCount: attribute.of.count)
    let (ids, firstRows) = encoder.encode(attribute.of.map { columns[$0] }, count: total)
    let rows = (0..<total).map { row in
      guard row >= own else { return row }
      let first = firstRows[Int(ids[row])]
      return first < own ? first : row
    }
    return columns[attribute.column].gather(rows)
  }

  private func tooMany() -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "too-many-rows",
      "the combinations of these keys are more than \(Self.limit) rows", file: file, range: range)
  }

  private static func note(_ count: Int) -> Note {
    .counted(
      "rows-added", count, dutch: ("regel toegevoegd", "regels toegevoegd"),
      english: ("row added", "rows added"))
  }

  private static func outside(_ count: Int) -> Note {
    .counted(
      "outside-lifetime", count,
      dutch: (
        "combinatie niet toegevoegd: het gebied bestond toen niet",
        "combinaties niet toegevoegd: het gebied bestond toen niet"
      ),
      english: (
        "combination not added: the region did not exist then",
        "combinations not added: the region did not exist then"
      ))
  }
}
