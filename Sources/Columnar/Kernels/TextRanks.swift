/// The places of many texts in the order of texts: by eight letters at a time, and where all letters
/// agree by the texts themselves.
struct TextRanks {
  /// The letters of all texts one after another, and where those of each begin.
  private var letters: [UInt8] = []
  private var starts: [Int] = [0]
  /// Of two texts with equal letters whether the first comes before the other.
  private let precedes: (Int, Int) -> Bool

  /// So few rows are compared one by one.
  private static let few = 256
  /// Letters beyond this many are compared one by one.
  private static let deepest = 512

  /// Takes the letters of `count` texts; `add` appends those of one to what is there.
  init(
    count: Int, add: (Int, inout [UInt8]) -> Void, precedes: @escaping (Int, Int) -> Bool
  ) {
    self.precedes = precedes
    starts.reserveCapacity(count + 1)
    for index in 0..<count {
      add(index, &letters)
      starts.append(letters.count)
    }
  }

  /// For each text its place.
  var ranks: [Int] {
    var ranks = [Int](repeating: 0, count: starts.count - 1)
    for (rank, row) in sorted((0..<ranks.count).map { UInt32($0) }, from: 0).enumerated() {
      ranks[Int(row)] = rank
    }
    return ranks
  }

  /// Texts in order, all of which have the same letters before `depth`.
  private func sorted(_ texts: [UInt32], from depth: Int) -> [UInt32] {
    let rows = texts.map { CellRow(cell: prefix(Int($0), depth), row: $0) }
    let ordered =
      rows.count <= Self.few
      ? rows.sorted { $0.cell == $1.cell ? $0.row < $1.row : $0.cell < $1.cell }
      : CellOrder.sorted(rows, bits: 64)
    var result: [UInt32] = []
    result.reserveCapacity(texts.count)
    var start = 0
    while start < ordered.count {
      var end = start + 1
      while end < ordered.count, ordered[end].cell == ordered[start].cell { end += 1 }
      let same = ordered[start..<end].map(\.row)
      if same.count == 1 {
        result.append(same[0])
      } else if depth < Self.deepest,
        same.allSatisfy({ starts[Int($0) + 1] - starts[Int($0)] > depth + 8 })
      {
        result += sorted(same, from: depth + 8)
      } else {
        result += same.sorted { left, right in
          let (one, other) = (own(Int(left)), own(Int(right)))
          if one.elementsEqual(other) { return precedes(Int(left), Int(right)) }
          return one.lexicographicallyPrecedes(other)
        }
      }
      start = end
    }
    return result
  }

  private func own(_ text: Int) -> ArraySlice<UInt8> { letters[starts[text]..<starts[text + 1]] }

  /// Eight letters as a number, which orders as they do; what is not there is 0.
  private func prefix(_ text: Int, _ depth: Int) -> UInt64 {
    var number: UInt64 = 0
    let start = starts[text] + depth
    let end = min(start + 8, starts[text + 1])
    for index in start..<max(start, end) { number = number << 8 | UInt64(letters[index]) }
    return number << UInt64(8 * (8 - (max(start, end) - start)))
  }
}
