/// Divides a line into equal bands, one a category.
package struct BandScale: Sendable, Equatable {
  /// Where the first band starts, in pixels.
  package let start: Double
  /// The width of one band.
  package let band: Double

  /// Bands for `count` categories from `start` to `end`; no category counts as one.
  package init(start: Double, end: Double, count: Int) {
    self.start = start
    band = (end - start) / Double(max(count, 1))
  }

  /// The middle of a band.
  package func centre(_ index: Int) -> Double { start + band * (Double(index) + 0.5) }
}
