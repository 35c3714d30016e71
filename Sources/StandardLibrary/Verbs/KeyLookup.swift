import Columnar
import Planning

/// The row of the other table for each key that the left one can have: what a join with at most one
/// match a row needs, when the keys are packed. Rows are only looked at to find their key.
struct KeyLookup: RowLookup {
  private let join: JoinRows
  /// The columns of the left table, without rows.
  private let left: Table
  private let right: Table
  private let grid: KeyGrid
  /// The row of the other table for each key looked up, else -1.
  private let partners: [Int]
  /// Whether a part of a key is missing.
  private let isMissing: [Bool]
  /// The numbers of the other table's keys, -1 for a missing one.
  private let numbers: [Int]
  /// For each key 1 when rows that have it are kept, else 0.
  private let isKept: [UInt8]
  /// For each key what its rows get of each column taken from the other table.
  private let taken: [Column]
  /// The first row of the other table whose key was there before, when that is a fault.
  let firstTwice: Int?

  /// Looks up some keys of a grid over those of the left table.
  init(_ join: JoinRows, _ left: Table, _ right: Table, _ grid: KeyGrid, keys: [Int]) {
    self.join = join
    self.right = right
    self.grid = grid
    self.left = Table(
      schema: left.schema, columns: left.columns.map { $0.slice(0..<0) }, count: 0)
    let numbers = JoinNumbers(
      Self.table(of: keys, self.left, grid, join), right, join.on)
    let lookup = RightRows(numbers.right, count: numbers.count)
    firstTwice = join.kind.addsColumns ? lookup.firstTwice : nil
    self.numbers = numbers.right
    var partners = [Int](repeating: -1, count: grid.cellCount)
    var isMissing = [Bool](repeating: false, count: grid.cellCount)
    for (place, key) in keys.enumerated() {
      let number = numbers.left[place]
      isMissing[key] = number < 0
      if number >= 0 { partners[key] = lookup.first[number] }
    }
    self.partners = partners
    self.isMissing = isMissing
    isKept = partners.map { partner in
      switch join.kind {
      case .left, .full: 1
      case .inner, .semi: partner >= 0 ? 1 : 0
      case .anti: partner < 0 ? 1 : 0
      }
    }
    let absent = [UInt8](repeating: MissingReason.noRow.rawValue, count: partners.count)
    taken = join.taken.map { right.columns[$0].gather(partners, orMissing: absent) }
  }

  /// A table of keys with the columns of the left one; those that are no keys are empty of meaning.
  private static func table(of keys: [Int], _ left: Table, _ grid: KeyGrid, _ join: JoinRows)
    -> Table
  {
    var columns = left.columns
    for (pair, key) in zip(join.on, grid.keys(of: keys)) { columns[pair.left] = key }
    return Table(schema: left.schema, columns: columns, count: keys.count)
  }

  /// The different keys of rows, rising.
  static func distinct(_ cells: [UInt32], of grid: KeyGrid) -> [Int] {
    let isMet = met(cells, of: grid)
    return isMet.indices.filter { isMet[$0] }
  }

  private static func met(_ cells: [UInt32], of grid: KeyGrid) -> [Bool] {
    var isMet = [Bool](repeating: false, count: grid.cellCount)
    var last = UInt32.max
    for cell in cells where cell != last {
      isMet[Int(cell)] = true
      last = cell
    }
    return isMet
  }

  func apply(_ batch: Batch) -> (rows: Batch, keys: MetKeys) {
    joined(batch, grid.cells(join.on.map { batch.columns[$0.left] }, count: batch.count), .one)
  }

  /// What rows with these keys become, and the keys they have.
  func joined(_ batch: Batch, _ cells: [UInt32], _ workers: RowWorkers) -> (
    rows: Batch, keys: MetKeys
  ) {
    let isMet = Self.met(cells, of: grid)
    let keys = MetKeys(
      isMet: isMet, alone: alone(cells, isMet), rowsWithout: rowsWithout(cells, isMet))
    let keepsAll = isMet.indices.allSatisfy { !isMet[$0] || isKept[$0] == 1 }
    let kept =
      keepsAll
      ? .all(cells.count) : RowSelection.marked(cells.map { isKept[Int($0)] }).rows
    let own = batch.columns.map { $0.gather(kept) }
    guard join.kind.addsColumns else { return (Batch(columns: own, count: kept.count), keys) }
    let cells = kept.values(of: cells)
    let added = taken.map { column in
      // Mostly every row has a partner that is known.
      let hasMissing = isMet.indices.contains { isMet[$0] && column.reason(at: $0) != nil }
      return (hasMissing ? column : column.known).gather(at: cells, workers)
    }
    return (Batch(columns: own + added, count: kept.count), keys)
  }

  /// The keys without a partner in the order of their first rows; missing keys are left out.
  private func alone(_ cells: [UInt32], _ isMet: [Bool]) -> [Int] {
    var isOpen = isMet.indices.map { isMet[$0] && partners[$0] < 0 && !isMissing[$0] }
    let count = isOpen.count { $0 }
    guard count > 0 else { return [] }
    var found: [Int] = []
    for cell in cells where isOpen[Int(cell)] {
      found.append(Int(cell))
      if found.count == count { break }
      isOpen[Int(cell)] = false
    }
    return found
  }

  private func rowsWithout(_ cells: [UInt32], _ isMet: [Bool]) -> Int {
    guard zip(isMet, isMissing).contains(where: { $0 && $1 }) else { return 0 }
    return cells.reduce(0) { $0 + (isMissing[Int($1)] ? 1 : 0) }
  }

  func say(_ keys: [MetKeys], _ note: (Note) -> Void) {
    let keys = keys.reduce(into: MetKeys(count: grid.cellCount)) { $0.add($1) }
    if keys.rowsWithout > 0 { note(JoinRows.missingKeys(keys.rowsWithout)) }
    if join.kind.addsColumns, !keys.alone.isEmpty {
      let alone = Self.table(of: keys.alone, left, grid, join)
      note(join.unmatched(Array(0..<alone.count), alone))
    }
    if join.kind == .inner {
      let rows = unusedRows(keys)
      if !rows.isEmpty { note(join.unused(rows, right)) }
    }
    let met = keys.isMet.indices.filter { keys.isMet[$0] }
    join.sayNames(Self.table(of: met, left, grid, join), right, note)
  }

  /// The first row of each key of the other table that no row has, in their order.
  private func unusedRows(_ keys: MetKeys) -> [Int] {
    var isTaken = [Bool](repeating: false, count: numbers.count)
    for key in keys.isMet.indices where keys.isMet[key] && partners[key] >= 0 {
      isTaken[partners[key]] = true
    }
    var seen = Set<Int>()
    return numbers.indices.filter { row in
      !isTaken[row] && numbers[row] >= 0 && seen.insert(numbers[row]).inserted
    }
  }
}
