/// Something rows can be read from: a file, an embedded dataset, a result kept in memory.
package protocol TableSource: Sendable {
  /// The columns, known before any row is read.
  var schema: Schema { get }
  /// What it is called in plans and messages, such as `population` or `csv "wmo.csv"`.
  var name: String { get }
  /// What the rows are read from, when it can leave out some itself; columns have the same names.
  var filtering: (any FilteringSource)? { get }
  /// Opens the source for the named columns, in the order given. Throws when it cannot be read.
  func open(columns: [String], _ conditions: ReadingConditions) throws -> any BatchReader
}
