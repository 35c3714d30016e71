import Columnar
import Planning
import SourceText

/// A missing cell between two known ones of its series.
struct FilledCell {
  let row: Int
  /// The rows of the known cells around it.
  let before: Int
  let after: Int
  /// How far it lies from the first to the second, between 0 and 1.
  let part: Double
}

/// The rows of a table by series, in order of time.
struct SeriesRows {
  private let lines: [[Int]]
  private let periods: [Period?]
  private let breaks: [(set: BreakSet, column: Column)]
  private let limit: Int?
  /// Reasons that a filled value may replace: nothing is known to be wrong with there being one.
  private static let fillable: Set<MissingReason> = [
    .unknown, .notMeasured, .notYet, .notPublished, .noRow,
  ]

  /// Throws when a period occurs twice in a series. Rows without a time belong to none.
  init(
    _ table: Table, series: [Int], axis: Int, file: SourceFile, range: SourceRange, gap: Int?
  ) throws {
    limit = gap
    periods = table.columns[axis].periods()
    breaks = table.schema.breaks.compactMap { set in
      series.first { table.schema.fields[$0].name == set.key }.map { (set, table.columns[$0]) }
    }
    var encoder = KeyEncoder(columnCount: series.count)
    let ids = encoder.encode(series.map { table.columns[$0] }, count: table.count).ids
    var lines = [[Int]](repeating: [], count: encoder.count)
    let order = RowOrder.sorted(
      table.count, by: [RowOrder.Key(ranks: table.columns[axis].ranks(), isDescending: false)])
    for row in order {
      guard let period = periods[row] else { continue }
      let line = Int(ids[row])
      if let last = lines[line].last, periods[last] == period {
        let named = series + [axis]
        throw Diagnostic(
          .error, phase: .run, code: "duplicate-period",
          "a period occurs twice in a series, so there is no one value before or after it",
          file: file, range: range,
          notes: [
            "first twice: "
              + KeyText.assignments(
                named.map { table.columns[$0] }, named.map { table.schema.fields[$0] }, row),
            "name the series with `within …`, or aggregate first",
          ])
      }
      lines[line].append(row)
    }
    self.lines = lines
  }

  /// The missing cells of a column that lie inside a gap that may be filled, and the number of
  /// those that lie in a gap with a break in it.
  func gaps(of column: Column) -> (cells: [FilledCell], broken: Int) {
    guard column.missing != nil else { return ([], 0) }
    var result: [FilledCell] = []
    var broken = 0
    for line in lines {
      var before: Int?
      var waiting: [Int] = []
      for row in line {
        guard let reason = column.reason(at: row) else {
          if let before {
            if isBroken(before, row) {
              broken += waiting.count
            } else {
              result += cells(waiting, before, row)
            }
          }
          before = row
          waiting = []
          continue
        }
        if Self.fillable.contains(reason) { waiting.append(row) }
      }
    }
    return (result, broken)
  }

  private func cells(_ rows: [Int], _ before: Int, _ after: Int) -> [FilledCell] {
    guard !rows.isEmpty, let low = periods[before], let high = periods[after] else {
      return []
    }
    let (start, end) = (place(low, beside: high), place(high, beside: low))
    guard end > start, limit.map({ end - start - 1 <= $0 }) ?? true else { return [] }
    return rows.compactMap { row in
      guard let period = periods[row] else { return nil }
      let part = Double(place(period, beside: low) - start) / Double(end - start)
      return FilledCell(row: row, before: before, after: after, part: min(max(part, 0), 1))
    }
  }

  /// Where a period lies: in its own units, or in days beside one of another granularity.
  private func place(_ period: Period, beside other: Period) -> Int {
    period.granularity == other.granularity ? Int(period.first) : Int(period.firstDay)
  }

  private func isBroken(_ before: Int, _ after: Int) -> Bool {
    guard let low = periods[before], let high = periods[after] else { return false }
    return breaks.contains { set, column in
      guard case .text(let code) = column.value(at: after) else { return false }
      return set.breaks(of: code).contains {
        $0.axis == .period && low.firstDay < $0.day && $0.day <= high.firstDay
      }
    }
  }
}
