/// How values are divided into classes.
package enum Classing: Sendable, Equatable {
  /// As many regions in each class.
  case quantile
  /// Classes of the same width.
  case equal
  /// From these values on a next class begins.
  case given([Double])

  /// The most classes there are colours for.
  package static let most = 5
}
