/// A half-open range of UTF-8 offsets in one source file.
///
/// Invariant: `lower <= upper`.
package struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  package let lower: Int
  /// Offset just past the last byte.
  package let upper: Int

  /// Makes a range; an upper bound before the lower one is raised to it.
  package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = Swift.max(lower, upper)
  }

  /// Whether the other lies inside.
  package func contains(_ other: SourceRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// The smallest range that holds both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(Swift.min(lower, other.lower), Swift.max(upper, other.upper))
  }
}
