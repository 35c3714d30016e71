package import Columnar
import Synchronization

/// The table of a `let`: its columns are known when checked, its rows once it was run.
package final class KeptTable: SizedSource, Sendable {
  package let name: String
  package let schema: Schema
  /// Columns that have one value only, and whether periods were left out, as in its plan.
  let fixed: Set<String>
  let timeFiltered: Bool
  /// What its rows are computed by.
  let plan: LogicalPlan
  private let content = Mutex<Table?>(nil)
  private let keptNotes = Mutex<[Note]>([])

  /// Makes an empty kept table.
  package init(name: String, plan: LogicalPlan) {
    self.name = name
    schema = plan.schema
    fixed = plan.fixed
    timeFiltered = plan.timeFiltered
    self.plan = plan
  }

  /// Keeps the rows, with what is worth saying about them.
  package func keep(_ table: Table, notes: [Note] = []) {
    content.withLock { $0 = table }
    keptNotes.withLock { $0 = notes }
  }

  /// The rows kept, or nil before it was run.
  package var table: Table? { content.withLock { $0 } }

  /// The rows kept, once it was run.
  package var size: SourceSize? { table.map { SourceSize(rows: $0.count) } }

  /// Counts the values kept.
  package func distinctCount(of column: String) -> Int? { table?.column(column)?.distinctCount }

  /// What was said when it was run.
  package var notes: [Note] { keptNotes.withLock { $0 } }

  /// The one value of a table with one row and one column, or nil.
  package var value: Value? {
    guard let table, table.count == 1, table.columns.count == 1 else { return nil }
    return table.columns[0].value(at: 0)
  }

  /// Opens the rows kept; without rows when it was not run.
  package func open(columns: [String], _ conditions: ReadingConditions) -> any BatchReader {
    let table = table
    return TableReader(
      columns: columns.compactMap { table?.column($0) }, count: table?.count ?? 0,
      batchSize: conditions.batchSize)
  }
}
