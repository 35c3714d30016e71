/// What is known of the size of a source before it is read: for estimates, never for results.
package struct SourceSize: Sendable {
  /// How many rows there are, or may be.
  package let rows: Int
  /// The bytes of the files; nil for what is in memory.
  package let bytes: Int?

  /// Makes a size.
  package init(rows: Int, bytes: Int? = nil) {
    self.rows = rows
    self.bytes = bytes
  }
}

/// A source that can tell its size without being read, or at little cost.
package protocol SizedSource: TableSource {
  /// The size, or nil when it is not known yet.
  var size: SourceSize? { get }
  /// How many different values a column has; nil where that is not known.
  func distinctCount(of column: String) -> Int?
}

extension Column {
  /// How many different known values it has; nil for numbers, which are seldom equal.
  package var distinctCount: Int? {
    switch storage {
    case .boolean(let values): known(values).count
    case .integer(let values): known(values).count
    case .date(let values): known(values).count
    case .period(let values): known(values).count
    case .text(let codes, _): known(codes).count
    case .number: nil
    }
  }

  private func known<Element: Hashable>(_ values: [Element]) -> Set<Element> {
    guard let missing else { return Set(values) }
    return Set(values.indices.lazy.filter { missing[$0] == 0 }.map { values[$0] })
  }
}
