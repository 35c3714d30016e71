import Columnar

/// The spans of the series of a table, to find the ones that keep two periods from being compared.
struct SeriesSpans {
  private var spans: [UInt32: [Period]] = [:]

  /// Collects the spans among the periods of all rows.
  init(_ periods: [Period?], series: [UInt32]) {
    for (row, period) in periods.enumerated() {
      guard let period, period.isSpan else { continue }
      spans[series[row], default: []].append(period)
    }
  }

  /// Whether a period cannot be compared with a base: their lengths differ, or as spans they
  /// share days, or nothing stands at the base but a span over part of it.
  ///
  /// - Parameter isThere: whether the series has a figure for exactly the base.
  func forbids(_ period: Period, with base: Period, series: UInt32, isThere: Bool) -> Bool {
    guard period != base else { return false }
    if !period.hasLength(of: base) { return true }
    if period.isSpan || base.isSpan, period.overlaps(base) { return true }
    guard !isThere, let others = spans[series] else { return false }
    return others.contains { $0 != period && $0 != base && $0.overlaps(base) }
  }
}
