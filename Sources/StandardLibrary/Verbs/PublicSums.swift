import Columnar
import Planning

/// The sums over each key column of a table that count as public.
struct PublicSums {
  private(set) var all: [PublicSum] = []

  /// Finds the sums over every key column, with the others and the fixed columns the same, and
  /// those over the parts of a key that share an attribute of it. A row that is marked as the
  /// total of a column shows the sum of its parts.
  init(_ table: Table, keys: [Int], fixed: [Int]) {
    let schema = table.schema
    for key in keys {
      let name = schema.fields[key].name
      let others = keys.filter { $0 != key } + fixed
      let isTotal = Self.totals(table, key)
      add(over: key, by: others, table, isTotal)
      for index in schema.fields.indices {
        guard case .attribute(let of) = schema.fields[index].role, of == [name] else { continue }
        // Totals belong to no part; the sum over an attribute has no row of its own.
        add(over: key, by: others + [index], table, isTotal, skipsTotals: true)
      }
    }
  }

  private static func totals(_ table: Table, _ key: Int) -> [Bool] {
    let marks = table.schema.totals.filter { $0.column == table.schema.fields[key].name }
    return (0..<table.count).map { row in
      marks.contains { .text($0.value) == table.columns[key].value(at: row) }
    }
  }

  private mutating func add(
    over key: Int, by columns: [Int], _ table: Table, _ isTotal: [Bool], skipsTotals: Bool = false
  ) {
    var encoder = KeyEncoder(columnCount: columns.count)
    let ids = encoder.encode(columns.map { table.columns[$0] }, count: table.count).ids
    var parts = [[Int]](repeating: [], count: encoder.count)
    var totals = [Int?](repeating: nil, count: encoder.count)
    for row in 0..<table.count {
      if !isTotal[row] {
        parts[Int(ids[row])].append(row)
      } else if !skipsTotals {
        totals[Int(ids[row])] = row
      }
    }
    for (group, rows) in parts.enumerated() {
      guard let first = rows.first else { continue }
      let place = columns.map { index in
        let value = table.columns[index].value(at: first)
        let entity = table.schema.fields[index].entity
        return
          "\(table.schema.fields[index].name) = \(entity?.label(of: value.shown) ?? value.shown)"
      }
      let name = "Σ \(table.schema.fields[key].name)"
      all.append(
        PublicSum(
          parts: rows, total: totals[group],
          name: place.isEmpty ? name : "\(name) (\(place.joined(separator: ", ")))"))
    }
  }
}
