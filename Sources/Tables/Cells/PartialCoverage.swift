import Columnar

extension Column {
  /// How much of a known value is known, when that is not all of it. A missing value has no mark:
  /// its reason says more.
  func partialCoverage(at row: Int) -> (known: Int32, all: Int32)? {
    guard let coverage, coverage.isPartial(at: row), reason(at: row) == nil else { return nil }
    return (coverage.known[row], coverage.all[row])
  }
}
