extension Column {
  /// The first rows in the order of their values, as ``RowOrder/first(_:of:by:)`` gives them for
  /// one key; nil for values whose codes do not rise with them.
  package func firstRows(_ limit: Int, isDescending: Bool) -> [Int]? {
    guard let packed, limit > 0, packed.codeCount < Int(Int64.max) else { return nil }
    switch packed.meaning {
    case .integer, .number, .date, .boolean: break
    case .text, .period: return nil
    }
    let turn = isDescending ? UInt64.max : 0
    var best: [FirstRow]
    switch packed.codes.width {
    case .one: best = first(limit, packed.codes, turn, as: UInt8.self)
    case .two: best = first(limit, packed.codes, turn, as: UInt16.self)
    case .four: best = first(limit, packed.codes, turn, as: UInt32.self)
    case .eight: best = first(limit, packed.codes, turn, as: UInt64.self)
    }
    best.sort()
    var rows = best.map(\.row)
    if let missing, rows.count < limit {
      // Missing ones come last, in their order.
      rows += missing.indices.lazy.filter { missing[$0] != 0 }.prefix(limit - rows.count)
    }
    return rows
  }

  /// The best known rows in no order: a heap with the worst of them on top.
  private func first<Code: FixedWidthInteger & UnsignedInteger>(
    _ limit: Int, _ codes: PackedCodes, _ turn: UInt64, as type: Code.Type
  ) -> [FirstRow] {
    var heap: [FirstRow] = []
    heap.reserveCapacity(min(limit, codes.count))
    let start = unsafe codes.start(as: Code.self)
    // Above what any row may have until there are enough of them.
    var worst = UInt64.max
    var isFull = false
    for row in 0..<codes.count {
      let rank = unsafe UInt64(start[row]) ^ turn
      // A later row is only better with a lower rank.
      guard rank < worst || !isFull else { continue }
      if let missing, missing[row] != 0 { continue }
      let found = FirstRow(rank: rank, row: row)
      if isFull {
        heap[0] = found
        FirstRow.sink(&heap)
      } else {
        heap.append(found)
        FirstRow.rise(&heap)
        isFull = heap.count == limit
      }
      worst = heap[0].rank
    }
    return heap
  }
}

/// A row and its place in an order: of equal ranks the first row comes first.
private struct FirstRow: Comparable {
  let rank: UInt64
  let row: Int

  static func < (left: FirstRow, right: FirstRow) -> Bool {
    left.rank == right.rank ? left.row < right.row : left.rank < right.rank
  }

  /// Puts the last of a heap in its place.
  static func rise(_ heap: inout [FirstRow]) {
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2] < heap[place] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Puts the first of a heap in its place.
  static func sink(_ heap: inout [FirstRow]) {
    var place = 0
    while true {
      var worst = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if heap[worst] < heap[child] { worst = child }
      }
      if worst == place { return }
      heap.swapAt(place, worst)
      place = worst
    }
  }
}
