package import Columnar

/// The rows of a file that a filter keeps.
package struct CSVChoice: Sendable {
  package let table: Table
  /// All rows they were chosen from.
  package let records: Int
  /// For how many of these a missing value decided.
  package let undecided: Int
}
