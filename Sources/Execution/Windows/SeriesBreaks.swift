import Columnar
import Planning

/// The breaks in the series of a table, looked up by row.
struct SeriesBreaks {
  private let sets: [(set: BreakSet, column: Column)]
  private let axis: Break.Axis

  init(_ batch: Batch, _ schema: Schema, _ series: [Int], axis position: Int) {
    axis = schema.fields[position].role == .edition ? .edition : .period
    sets = schema.breaks.compactMap { set in
      guard let index = series.first(where: { schema.fields[$0].name == set.key }) else {
        return nil
      }
      return (set, batch.columns[index])
    }
  }

  /// The texts of the breaks between two periods of the row's series, or nil without any.
  func between(_ earlier: Period, _ later: Period, row: Int) -> [String]? {
    let low = min(earlier.firstDay, later.firstDay)
    let high = max(earlier.firstDay, later.firstDay)
    for (set, column) in sets where column.reason(at: row) == nil {
      let found = set.breaks(of: column.value(at: row).shown).filter {
        $0.axis == axis && low < $0.day && $0.day <= high
      }
      if !found.isEmpty { return found.map(\.text) }
    }
    return nil
  }
}
