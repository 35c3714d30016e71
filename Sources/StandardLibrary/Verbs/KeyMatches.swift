import Columnar
import Planning

/// The row of the other table for each distinct key of the left one: what a join with at most one
/// match a row needs, when the keys are packed. Rows are only looked at to find their key.
struct KeyMatches {
  /// The key of each row of the left table.
  private let cells: [UInt32]
  private let grid: KeyGrid
  /// Whether a key occurs.
  private let isUsed: [Bool]
  /// The row of the other table for each key that occurs, else -1.
  private let partners: [Int]
  /// Whether a part of a key is missing.
  private let isMissing: [Bool]
  /// The numbers of the other table's keys, -1 for a missing one.
  private let right: [Int]
  /// The first row of the other table whose key was there before.
  let firstTwice: Int?

  /// Nil for joins that may give several rows for one, or rows of the other table alone, and for
  /// keys that form no small grid.
  init?(_ join: JoinRows, _ left: Table, _ right: Table) {
    guard join.asof == nil, !join.isMany || !join.kind.addsColumns, join.kind != .full else {
      return nil
    }
    let keys = join.on.map { left.columns[$0.left] }
    guard left.count <= Int(Int32.max), let grid = KeyGrid(keys, most: max(1 << 16, left.count))
    else { return nil }
    self.grid = grid
    let cells = grid.cells(keys, count: left.count)
    self.cells = cells
    var isUsed = [Bool](repeating: false, count: grid.cellCount)
    var last = UInt32.max
    for cell in cells where cell != last {
      isUsed[Int(cell)] = true
      last = cell
    }
    self.isUsed = isUsed
    let used = isUsed.indices.filter { isUsed[$0] }
    // A table of the distinct keys stands for the left one.
    var columns = left.columns
    for (pair, key) in zip(join.on, grid.keys(of: used)) { columns[pair.left] = key }
    let numbers = JoinNumbers(
      Table(schema: left.schema, columns: columns, count: used.count), right, join.on)
    let lookup = RightRows(numbers.right, count: numbers.count)
    firstTwice = lookup.firstTwice
    self.right = numbers.right
    var partners = [Int](repeating: -1, count: grid.cellCount)
    var isMissing = [Bool](repeating: false, count: grid.cellCount)
    for (place, cell) in used.enumerated() {
      let number = numbers.left[place]
      isMissing[cell] = number < 0
      if number >= 0 { partners[cell] = lookup.first[number] }
    }
    self.partners = partners
    self.isMissing = isMissing
  }

  /// How many rows have a missing key.
  var missingRows: Int {
    guard zip(isUsed, isMissing).contains(where: { $0 && $1 }) else { return 0 }
    return cells.reduce(0) { $0 + (isMissing[Int($1)] ? 1 : 0) }
  }

  /// The first row of each key without a partner, in their order; missing keys are left out.
  var unmatchedRows: [Int] {
    var isOpen = isUsed.indices.map { isUsed[$0] && partners[$0] < 0 && !isMissing[$0] }
    let count = isOpen.count { $0 }
    guard count > 0 else { return [] }
    var rows: [Int] = []
    for (row, cell) in cells.enumerated() where isOpen[Int(cell)] {
      if rows.count == count { break }
      rows.append(row)
      isOpen[Int(cell)] = false
    }
    return rows
  }

  /// The first row of each key of the other table that is no partner, in their order.
  var unusedRows: [Int] {
    var isTaken = [Bool](repeating: false, count: right.count)
    for partner in partners where partner >= 0 { isTaken[partner] = true }
    var seen = Set<Int>()
    return right.indices.filter { row in
      !isTaken[row] && right[row] >= 0 && seen.insert(right[row]).inserted
    }
  }

  /// The rows of the join.
  func result(_ join: JoinRows, _ left: Table, _ other: Table, _ workers: RowWorkers) -> Batch {
    let kept = selection(join.kind)
    let columns = left.columns.map { $0.gather(kept) }
    guard join.kind.addsColumns else { return Batch(columns: columns, count: kept.count) }
    var cells = cells
    switch kept {
    case .all: break
    case .runs(let runs, _): cells = runs.flatMap { cells[$0] }
    case .rows(let rows): cells = rows.map { cells[Int($0)] }
    }
    let absent = [UInt8](repeating: MissingReason.noRow.rawValue, count: partners.count)
    let taken = join.taken.map { place in
      // A value for each key, then for each row that of its key.
      other.columns[place].gather(partners, orMissing: absent).gather(at: cells, workers)
    }
    return Batch(columns: columns + taken, count: kept.count)
  }

  private func selection(_ kind: JoinKind) -> RowSelection {
    let hasAll = isUsed.indices.allSatisfy { !isUsed[$0] || partners[$0] >= 0 }
    switch kind {
    case .left, .full: return .all(cells.count)
    case .inner, .semi:
      if hasAll { return .all(cells.count) }
      let marks = partners.map { UInt8($0 >= 0 ? 1 : 0) }
      return RowSelection.marked(cells.map { marks[Int($0)] }).rows
    case .anti:
      let marks = partners.map { UInt8($0 < 0 ? 1 : 0) }
      return RowSelection.marked(cells.map { marks[Int($0)] }).rows
    }
  }
}

extension JoinRows {
  /// Says which keys matched nothing, and what else a reader should know.
  func say(_ matches: KeyMatches, _ left: Table, _ right: Table, _ run: TransformRun) {
    let lost = matches.missingRows
    if lost > 0 { run.note(Self.missingKeys(lost)) }
    if kind.addsColumns {
      let rows = matches.unmatchedRows
      if !rows.isEmpty { run.note(unmatched(rows, left)) }
    }
    if kind == .inner {
      let rows = matches.unusedRows
      if !rows.isEmpty { run.note(unused(rows, right)) }
    }
    sayNames(left, right, run)
  }
}
