/// What public sums leave open about suppressed cells.
///
/// The cells that may change together without any sum changing are the null space of the sums,
/// found by elimination modulo the prime 2^61 − 1. A direction of small whole numbers that is
/// null there is null exactly. A cell is open when such a direction moves it and leaves every
/// cell at 1 or more: then other figures fit all that is published just as well.
struct SumSystem {
  private let values: [Double]
  private let isWhole: Bool
  private static let prime: UInt64 = (1 << 61) - 1
  private static let small: UInt64 = 1 << 20

  /// Makes a system of cells with their values.
  init(values: [Double], isWhole: Bool) {
    self.values = values
    self.isWhole = isWhole
  }

  /// The suppressed cells whose value follows from the sums, or may follow; in order.
  func pinned(_ suppressed: [Bool], sums: [PublicSum]) -> [Int] {
    var terms: [[(cell: Int, sign: Int)]] = []
    for sum in sums {
      let open = sum.terms.filter { suppressed[$0.cell] }
      if !open.isEmpty { terms.append(open) }
    }
    var isOpen = [Bool](repeating: false, count: suppressed.count)
    for cell in suppressed.indices where suppressed[cell] { isOpen[cell] = true }
    for component in components(terms, count: suppressed.count) {
      // Large cells come first, so that they become pivots: they have room to make up for others.
      let cells = Set(component.flatMap { terms[$0].map(\.cell) }).sorted {
        (values[$1], $0) < (values[$0], $1)
      }
      for cell in cells { isOpen[cell] = false }
      for cell in open(cells, component.map { terms[$0] }) { isOpen[cell] = true }
    }
    return suppressed.indices.filter { suppressed[$0] && !isOpen[$0] }
  }

  /// Sums that share cells, directly or through others.
  private func components(_ terms: [[(cell: Int, sign: Int)]], count: Int) -> [[Int]] {
    var parent = Array(terms.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index { index = parent[index] }
      return index
    }
    var owner = [Int](repeating: -1, count: count)
    for (index, sum) in terms.enumerated() {
      for (cell, _) in sum {
        if owner[cell] >= 0 {
          let (low, high) = (root(owner[cell]), root(index))
          parent[max(low, high)] = min(low, high)
        }
        owner[cell] = index
      }
    }
    var byRoot: [Int: [Int]] = [:]
    for index in terms.indices { byRoot[root(index), default: []].append(index) }
    return byRoot.keys.sorted().compactMap { byRoot[$0] }
  }

  /// The cells of a component that can change.
  private func open(_ cells: [Int], _ sums: [[(cell: Int, sign: Int)]]) -> Set<Int> {
    var position: [Int: Int] = [:]
    for (index, cell) in cells.enumerated() { position[cell] = index }
    var rows = sums.map { sum in
      var row = [UInt64](repeating: 0, count: cells.count)
      for (cell, sign) in sum {
        guard let index = position[cell] else { continue }
        row[index] = sign > 0 ? 1 : Self.prime - 1
      }
      return row
    }
    let pivots = Self.reduce(&rows, columns: cells.count)
    let isPivot = Set(pivots)
    var result: Set<Int> = []
    for free in cells.indices where !isPivot.contains(free) {
      var direction: [(cell: Int, step: Int)] = [(cells[free], 1)]
      for (row, pivot) in pivots.enumerated() where rows[row][free] != 0 {
        // The pivot makes up for the free cell, with the opposite sign.
        let entry = Self.prime - rows[row][free]
        if entry < Self.small {
          direction.append((cells[pivot], Int(entry)))
        } else if rows[row][free] < Self.small {
          direction.append((cells[pivot], -Int(rows[row][free])))
        } else {
          direction = []
          break
        }
      }
      if canMove(direction, 1) || canMove(direction, -1) {
        result.formUnion(direction.map(\.cell))
      }
    }
    return result
  }

  private func canMove(_ direction: [(cell: Int, step: Int)], _ sign: Int) -> Bool {
    // Figures that are no whole numbers move by as little as needed.
    !isWhole || direction.allSatisfy { values[$0.cell] + Double(sign * $0.step) >= 1 }
  }

  /// Brings rows into reduced echelon form; gives the pivot column of each row kept.
  private static func reduce(_ rows: inout [[UInt64]], columns: Int) -> [Int] {
    var pivots: [Int] = []
    for column in 0..<columns {
      let next = pivots.count
      guard let found = (next..<rows.count).first(where: { rows[$0][column] != 0 }) else {
        continue
      }
      rows.swapAt(next, found)
      let inverse = power(rows[next][column], prime - 2)
      for index in column..<columns where rows[next][index] != 0 {
        rows[next][index] = product(rows[next][index], inverse)
      }
      let pivot = rows[next]
      for row in rows.indices where row != next && rows[row][column] != 0 {
        let factor = prime - rows[row][column]
        for index in column..<columns where pivot[index] != 0 {
          rows[row][index] = sum(rows[row][index], product(factor, pivot[index]))
        }
      }
      pivots.append(column)
    }
    return pivots
  }

  private static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let sum = left + right
    return sum >= prime ? sum - prime : sum
  }

  /// The product modulo 2^61 − 1: what stands above bit 61 counts as much as below.
  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return sum(low & prime, (high << 3 | low >> 61) % prime)
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, square, rest): (UInt64, UInt64, UInt64) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, square) }
      square = product(square, square)
      rest >>= 1
    }
    return result
  }
}
