import Columnar
import Planning

extension QueryResult {
  /// The values of a column as params take them, each once, in order; those that are missing are
  /// passed over. Nil when the result is no table with that column.
  package func distinctValues(of name: String) -> [String]? {
    guard case .table(let table, _) = content, let column = table.column(name) else { return nil }
    var values: [String] = []
    for row in 0..<table.count {
      let value = column.value(at: row)
      if case .missing = value { continue }
      if !values.contains(value.shown) { values.append(value.shown) }
    }
    return values
  }
}
