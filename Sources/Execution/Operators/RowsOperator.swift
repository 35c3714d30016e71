import Columnar

/// Rows that were taken from their source before, in their parts.
final class RowsOperator: Operator {
  private let source: any Operator
  private var rows: [Batch]

  /// Gives the rows that were taken from `source`.
  init(_ rows: [Batch], from source: any Operator) {
    self.source = source
    self.rows = rows
  }

  var schema: Schema { source.schema }
  var summary: String { source.summary }
  var inputs: [any Operator] { [source] }

  func lines(indent: Int) -> [OperatorLine] { source.lines(indent: indent) }

  func next() throws -> Batch? { rows.isEmpty ? nil : rows.removeFirst() }

  func parts(in context: ExecutionContext) throws -> [Batch] {
    defer { rows = [] }
    return rows
  }
}
