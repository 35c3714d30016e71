import Columnar
import Planning

/// The rows of a pivot's result, in the order of their keys.
struct PivotGroups {
  /// The number of each input row's row in the result.
  let groups: [UInt32]
  /// The first input row of each row of the result.
  let firstRows: [UInt32]

  /// Finds the rows of the result for some key columns of a table.
  init(_ input: Table, _ keys: [Int], _ workers: RowWorkers) {
    let columns = keys.map { input.columns[$0] }
    let entities = keys.map { input.schema.fields[$0].entity }
    if !keys.isEmpty, let grid = KeyGrid(columns, most: max(1 << 16, input.count)) {
      let cells = grid.cells(columns, count: input.count, workers)
      var first = [UInt32](repeating: .max, count: grid.cellCount)
      for row in cells.indices where first[Int(cells[row])] == .max {
        first[Int(cells[row])] = UInt32(truncatingIfNeeded: row)
      }
      let order = grid.ordered(entities) { first[$0] != .max }
      var numbers = [UInt32](repeating: 0, count: grid.cellCount)
      for (number, cell) in order.enumerated() { numbers[cell] = UInt32(number) }
      groups = workers.mapped(cells, by: numbers)
      firstRows = order.map { first[$0] }
      return
    }
    var encoder = KeyEncoder(columnCount: keys.count)
    let (ids, firsts) = encoder.encode(columns, count: input.count)
    let order = RowOrder.sorted(
      encoder.count,
      by: zip(columns, entities).map { column, entity in
        RowOrder.Key(ranks: column.gather(firsts).ranks(entity: entity), isDescending: false)
      })
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, id) in order.enumerated() { numbers[id] = UInt32(number) }
    groups = ids.map { numbers[Int($0)] }
    firstRows = order.map { UInt32(truncatingIfNeeded: firsts[$0]) }
  }
}
