import Synchronization

extension RowWorkers {
  /// What `body` gives for each of so many pieces, each work over `size` rows, in their order.
  package func pieces<Output: Sendable>(
    _ count: Int, of size: Int, _ body: @escaping @Sendable (Int) -> Output
  ) -> [Output] {
    let made = Made<Output>(count)
    let size = max(size, 1)
    run(count * size) { rows in
      for piece in 0..<count where rows.contains(piece * size) {
        let output = body(piece)
        made.outputs.withLock { $0[piece] = output }
      }
    }
    return made.outputs.withLock { $0 }.compactMap { $0 }
  }

  /// For each number what stands at its place in a table.
  package func mapped(_ numbers: [UInt32], by table: [UInt32]) -> [UInt32] {
    filled(numbers.count, UInt32.self) { range, room in
      let room = unsafe room.rows(range)
      for (place, row) in range.enumerated() { unsafe room[place] = table[Int(numbers[row])] }
    }
  }

  private final class Made<Output: Sendable>: Sendable {
    let outputs: Mutex<[Output?]>
    init(_ count: Int) { outputs = Mutex([Output?](repeating: nil, count: count)) }
  }
}
