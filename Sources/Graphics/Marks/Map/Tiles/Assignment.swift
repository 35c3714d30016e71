/// Pairs rows with columns so that the sum of costs is the smallest there is.
///
/// The Hungarian method with shortest augmenting paths (J. Munkres 1957; R. Jonker and A. Volgenant
/// 1987): rows are added one by one, and each may push others to another column. Ties go to the
/// lowest column.
enum Assignment {
  /// The column of each row; there are at least as many columns as rows, and costs are finite.
  static func columns(rows: Int, columns: Int, cost: (_ row: Int, _ column: Int) -> Double)
    -> [Int]
  {
    let costs = (0..<rows).flatMap { row in (0..<columns).map { cost(row, $0) } }
    var prices = Prices(rows: rows, columns: columns)
    for row in 0..<rows { prices.add(row, costs) }
    return prices.columnOfRow
  }

  /// What each row and column costs by itself, and who is paired with whom; -1 is nobody.
  private struct Prices {
    private let columns: Int
    private var ofRow: [Double]
    private var ofColumn: [Double]
    private var rowOfColumn: [Int]
    private(set) var columnOfRow: [Int]

    init(rows: Int, columns: Int) {
      self.columns = columns
      ofRow = [Double](repeating: 0, count: rows)
      ofColumn = [Double](repeating: 0, count: columns)
      rowOfColumn = [Int](repeating: -1, count: columns)
      columnOfRow = [Int](repeating: -1, count: rows)
    }

    /// Pairs one more row, by the cheapest chain of rows that move over.
    mutating func add(_ first: Int, _ costs: [Double]) {
      var shortest = [Double](repeating: .infinity, count: columns)
      var before = [Int](repeating: -1, count: columns)
      var reached: [Int] = []
      var isReached = [Bool](repeating: false, count: columns)
      var row = first
      var column = -1
      var length = 0.0
      while true {
        var next = -1
        var least = Double.infinity
        let start = row * columns
        let price = ofRow[row] - length
        for index in 0..<columns where !isReached[index] {
          let through = costs[start + index] - price - ofColumn[index]
          if through < shortest[index] {
            shortest[index] = through
            before[index] = column
          }
          if shortest[index] < least {
            least = shortest[index]
            next = index
          }
        }
        length = least
        column = next
        isReached[column] = true
        reached.append(column)
        guard rowOfColumn[column] >= 0 else { break }
        row = rowOfColumn[column]
      }
      for index in reached.dropLast() {
        let gain = length - shortest[index]
        ofRow[rowOfColumn[index]] += gain
        ofColumn[index] -= gain
      }
      ofRow[first] += length
      // Everyone on the chain moves over.
      while column >= 0 {
        let earlier = before[column]
        let mover = earlier >= 0 ? rowOfColumn[earlier] : first
        rowOfColumn[column] = mover
        columnOfRow[mover] = column
        column = earlier
      }
    }
  }
}
