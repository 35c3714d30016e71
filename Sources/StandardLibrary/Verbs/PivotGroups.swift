import Columnar
import Planning

/// The rows of a pivot's result, in the order of their keys.
struct PivotGroups {
  /// The number of each input row's row in the result.
  let groups: [UInt32]
  /// The first input row of each row of the result.
  let firstRows: [Int]

  /// Finds the rows of the result for some key columns of a table.
  init(_ input: Table, _ keys: [Int]) {
    let columns = keys.map { input.columns[$0] }
    let entities = keys.map { input.schema.fields[$0].entity }
    if !keys.isEmpty, let grid = KeyGrid(columns, most: max(1 << 16, input.count)) {
      let cells = grid.cells(columns, count: input.count)
      var first = [Int](repeating: -1, count: grid.cellCount)
      for (row, cell) in cells.enumerated() where first[Int(cell)] < 0 { first[Int(cell)] = row }
      let order = grid.ordered(entities) { first[$0] >= 0 }
      var numbers = [UInt32](repeating: 0, count: grid.cellCount)
      for (number, cell) in order.enumerated() { numbers[cell] = UInt32(number) }
      groups = cells.map { numbers[Int($0)] }
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
    firstRows = order.map { firsts[$0] }
  }
}
