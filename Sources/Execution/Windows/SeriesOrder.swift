import Columnar
import Planning

/// The rows of each series in order of time, and where a series stops being comparable.
struct SeriesOrder {
  /// The rows of each series by period; rows without a period are in none.
  private(set) var groups: [[Int]] = []
  let periods: [Period?]
  /// For each row why it does not follow the first of its series: its time is missing, it overlaps
  /// an earlier period, or a break lies between.
  private(set) var reasons: [UInt8]
  /// What the breaks crossed say, each once, in order of the rows.
  private(set) var crossed: [String] = []

  /// Orders all rows. Throws when a period occurs twice in a series.
  init(_ batch: Batch, _ schema: Schema, _ series: [Int], axis: Int) throws {
    let column = batch.columns[axis]
    periods = column.periods()
    reasons = [UInt8](repeating: 0, count: batch.count)
    groups = RowGroups.rows(series.map { batch.columns[$0] }, count: batch.count)
    for row in 0..<batch.count where periods[row] == nil {
      reasons[row] = (column.reason(at: row) ?? .outOfDomain).rawValue
    }
    let breaks = SeriesBreaks(batch, schema, series, axis: axis)
    for index in groups.indices {
      let rows = sorted(groups[index])
      groups[index] = rows
      guard let first = rows.first, let start = periods[first] else { continue }
      var previous: Period?
      var isBroken = false
      for row in rows {
        guard let period = periods[row] else { continue }
        if previous == period {
          throw BaseRows.duplicate(row, batch, schema, series, axis: axis)
        }
        if let previous, previous.overlaps(period) { isBroken = true }
        if let texts = breaks.between(start, period, row: row) {
          isBroken = true
          for text in texts where !text.isEmpty && !crossed.contains(text) { crossed.append(text) }
        }
        if isBroken { reasons[row] = MissingReason.notComparable.rawValue }
        previous = period
      }
    }
  }

  private func sorted(_ rows: [Int]) -> [Int] {
    let dated = rows.compactMap { row in periods[row].map { (row, $0) } }
    return dated.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.0)
  }
}

/// Rows gathered by their keys.
enum RowGroups {
  /// The rows of each key, in table order; groups in order of first appearance.
  static func rows(_ keys: [Column], count: Int) -> [[Int]] {
    var groups: [[Int]] = []
    for (row, id) in KeyedRows.ids(keys, count: count).enumerated() {
      while groups.count <= Int(id) { groups.append([]) }
      groups[Int(id)].append(row)
    }
    return groups
  }
}
