import Columnar

/// Gives rows with equal keys the same number.
struct GroupNumbers {
  private let mode: Mode
  private var encoder: KeyEncoder
  /// For each cell of a large grid its number plus 1; 0 is none yet.
  private var numbers: [UInt32] = []
  /// The keys of the groups, in pieces, when they are not found by cells.
  private(set) var firsts: [[Column]] = []
  private(set) var count: Int

  private enum Mode {
    /// A group is a cell.
    case cells(KeyGrid)
    /// Cells in use are numbered.
    case numbered(KeyGrid)
    case hashed
  }

  /// The grid when groups are its cells.
  var grid: KeyGrid? {
    if case .cells(let grid) = mode { return grid }
    return nil
  }

  /// How groups are found and why.
  var choice: String {
    switch mode {
    case .cells(let grid): "a grid of \(grid.cellCount) cells"
    case .numbered(let grid): "a grid of \(grid.cellCount) cells, numbered when first met"
    case .hashed: "hashed, for keys that are computed or take too many bits"
    }
  }

  /// Makes it for keys like those of `template`, of so many rows.
  init(_ template: [Column], rows: Int) {
    encoder = KeyEncoder(columnCount: template.count)
    if let grid = KeyGrid(template, most: KeyGrid.most) {
      mode = .cells(grid)
      count = grid.cellCount
    } else if let grid = KeyGrid(template, most: max(1 << 20, min(rows, 1 << 26) * 2)) {
      mode = .numbered(grid)
      numbers = [UInt32](repeating: 0, count: grid.cellCount)
      count = 0
    } else {
      mode = .hashed
      count = 0
    }
  }

  /// The group of each row.
  mutating func number(_ keys: [Column], rows: Int) -> [UInt32] {
    switch mode {
    case .cells(let grid): return grid.cells(keys, count: rows)
    case .numbered(let grid):
      var cells = grid.cells(keys, count: rows)
      for row in cells.indices { cells[row] = number(of: Int(cells[row])) }
      return cells
    case .hashed:
      let (ids, newRows) = encoder.encode(keys, count: rows)
      if !newRows.isEmpty { firsts.append(keys.map { $0.gather(newRows) }) }
      count = encoder.count
      return ids
    }
  }

  private mutating func number(of cell: Int) -> UInt32 {
    if numbers[cell] == 0 {
      count += 1
      numbers[cell] = UInt32(count)
    }
    return numbers[cell] - 1
  }

  /// The groups in the order of their keys, with these, of which missing ones are `unknown`; nil
  /// when groups are not found by cells.
  ///
  /// - Parameter isUsed: whether a cell that is a group has rows.
  func ordered(_ entities: [Entity?], isUsed: [Bool]) -> (groups: [Int], keys: [Column])? {
    switch mode {
    case .cells(let grid):
      let cells = grid.ordered(entities) { isUsed[$0] }
      return (cells, grid.keys(of: cells))
    case .numbered(let grid):
      let cells = grid.ordered(entities) { numbers[$0] != 0 }
      return (cells.map { Int(numbers[$0]) - 1 }, grid.keys(of: cells))
    case .hashed: return nil
    }
  }

  /// The numbers here of the groups of another one, which become groups here too.
  mutating func adopt(_ other: GroupNumbers) -> [UInt32] {
    switch mode {
    case .cells: return (0..<UInt32(count)).map { $0 }
    case .numbered:
      var groups = [UInt32](repeating: 0, count: other.count)
      for cell in other.numbers.indices where other.numbers[cell] != 0 {
        groups[Int(other.numbers[cell]) - 1] = number(of: cell)
      }
      return groups
    case .hashed: break
    }
    return other.firsts.flatMap { keys in number(keys, rows: keys.first?.count ?? 0) }
  }
}
