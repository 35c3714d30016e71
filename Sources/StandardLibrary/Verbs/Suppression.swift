/// Which cells of a table of counts are suppressed, so that no public sum gives one away.
///
/// Small counts go first. Then, as long as a suppressed cell follows from the sums, another cell
/// of one of its sums is suppressed too: the one that opens the fewest further sums, and of those
/// the smallest. Zeros are never suppressed. What cannot be hidden that way is hidden by
/// withholding a sum.
package struct Suppression: Sendable {
  /// Whether each cell is suppressed.
  package private(set) var suppressed: [Bool]
  /// How many are suppressed because they are small.
  package let smallCount: Int
  /// The sums that would give a cell away and may not be published.
  package private(set) var withheld: [PublicSum] = []
  private let values: [Double?]
  private var sums: [PublicSum] = []
  /// Positions of the sums a cell is in.
  private var sumsOfCell: [[Int]]

  /// Protects cells; nil is a cell that is missing and adds nothing.
  ///
  /// - Parameters:
  ///   - threshold: counts above 0 and below it are small.
  ///   - isWhole: whether cells hold whole numbers only.
  package init(_ values: [Double?], sums: [PublicSum], under threshold: Double, isWhole: Bool) {
    self.values = values
    suppressed = values.map { value in value.map { $0 > 0 && $0 < threshold } ?? false }
    smallCount = suppressed.count { $0 }
    sumsOfCell = [[Int]](repeating: [], count: values.count)
    for sum in sums { add(sum) }
    let system = SumSystem(values: values.map { $0 ?? 0 }, isWhole: isWhole)
    pairUp()
    while true {
      let pinned = system.pinned(suppressed, sums: self.sums.filter { !$0.parts.isEmpty })
      guard !pinned.isEmpty else { break }
      var touched: Set<Int> = []
      for cell in pinned where touched.isDisjoint(with: sumsOfCell[cell]) {
        touched.formUnion(sumsOfCell[cell])
        if let partner = partner(of: cell) { suppressed[partner] = true } else { withhold(cell) }
      }
      pairUp()
    }
  }

  /// Takes a sum in, without cells that add nothing. A sum of one row is that row and is not
  /// published apart; a small sum of one count is suppressed where it is published.
  private mutating func add(_ sum: PublicSum) {
    guard sum.parts.count > 1 || sum.total != nil else { return }
    let parts = sum.parts.filter { (values[$0] ?? 0) != 0 }
    let total = sum.total.flatMap { (values[$0] ?? 0) != 0 ? $0 : nil }
    if parts.count == 1, total == nil, suppressed[parts[0]] { return }
    guard !parts.isEmpty else { return }
    sums.append(PublicSum(parts: parts, total: total, name: sum.name))
    for term in sums[sums.count - 1].terms { sumsOfCell[term.cell].append(sums.count - 1) }
  }

  /// Gives every sum with one suppressed cell a second one.
  private mutating func pairUp() {
    var isDone = false
    while !isDone {
      isDone = true
      for index in sums.indices {
        let open = sums[index].terms.filter { suppressed[$0.cell] }
        guard open.count == 1, let partner = candidate(in: [index]) else { continue }
        suppressed[partner] = true
        isDone = false
      }
    }
  }

  /// A cell that can help to hide another: of its own sums, else of sums linked to those.
  private func partner(of cell: Int) -> Int? {
    var reached = Set(sumsOfCell[cell])
    var border = sumsOfCell[cell]
    while !border.isEmpty {
      if let found = candidate(in: border) { return found }
      var next: [Int] = []
      for index in border {
        for term in sums[index].terms where suppressed[term.cell] {
          for other in sumsOfCell[term.cell] where reached.insert(other).inserted {
            next.append(other)
          }
        }
      }
      border = next
    }
    return nil
  }

  /// The best cell to suppress in some sums: in no sum all alone, opening the fewest further sums,
  /// the smallest, the first.
  private func candidate(in indices: [Int]) -> Int? {
    var best: (cell: Int, opened: Int, value: Double)?
    for index in indices {
      for term in sums[index].terms where !suppressed[term.cell] {
        let cell = term.cell
        let own = sumsOfCell[cell]
        guard own.allSatisfy({ sums[$0].terms.count > 1 }) else { continue }
        let opened = own.count { other in !sums[other].terms.contains { suppressed[$0.cell] } }
        let value = abs(values[cell] ?? 0)
        if let known = best,
          (known.opened, known.value, known.cell) <= (opened, value, cell)
        {
          continue
        }
        best = (cell, opened, value)
      }
    }
    return best?.cell
  }

  /// Withholds the shortest sum of a cell.
  private mutating func withhold(_ cell: Int) {
    let shortest = sumsOfCell[cell].min { sums[$0].terms.count < sums[$1].terms.count }
    guard let index = shortest else { return }
    withheld.append(sums[index])
    for term in sums[index].terms { sumsOfCell[term.cell].removeAll { $0 == index } }
    sums[index] = PublicSum(parts: [])
  }
}
