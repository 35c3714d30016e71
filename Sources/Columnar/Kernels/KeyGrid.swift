/// A cell for each combination of key values, when keys are packed and there are not too many:
/// rows find their group without hashing.
///
/// A key's last place stands for a missing value.
package struct KeyGrid: Sendable {
  /// The number of cells.
  package let cellCount: Int
  private let sizes: [Int]
  private let strides: [Int]
  private let keys: [Column]

  /// More cells than this are numbered as they are met.
  package static let most = 1 << 16

  /// Makes a grid for keys like those of `template`; nil when there would be more cells than
  /// `most`, or two codes of a key stand for equal values.
  package init?(_ template: [Column], most: Int) {
    var count = 1
    var sizes: [Int] = []
    for key in template {
      guard let packed = key.packed, key.coverage == nil, packed.codeCount < most else {
        return nil
      }
      if case .period(let periods) = packed.meaning, Set(periods).count < periods.count {
        return nil
      }
      sizes.append(packed.codeCount + 1)
      count *= packed.codeCount + 1
      guard count <= most else { return nil }
    }
    cellCount = count
    self.sizes = sizes
    keys = template
    var strides = [Int](repeating: 1, count: sizes.count)
    for index in sizes.indices.dropLast().reversed() {
      strides[index] = strides[index + 1] * sizes[index + 1]
    }
    self.strides = strides
  }

  /// The cell of each row.
  package func cells(_ keys: [Column], count: Int) -> [UInt32] {
    var cells = [UInt32](repeating: 0, count: count)
    for (index, key) in keys.enumerated() {
      key.packed?.codes.addCells(
        &cells, stride: UInt32(strides[index]), missing: key.missing,
        missingCode: UInt32(sizes[index] - 1))
    }
    return cells
  }

  /// The cell of each row, found side by side.
  package func cells(_ keys: [Column], count: Int, _ workers: RowWorkers) -> [UInt32] {
    workers.filled(count, UInt32.self) { range, room in
      let own = cells(keys.map { $0.slice(range) }, count: range.count)
      unsafe own.withUnsafeBufferPointer { own in
        guard let start = own.baseAddress else { return }
        unsafe room.rows(range).initialize(from: start, count: own.count)
      }
    }
  }

  /// The cells in use in the order of their keys, missing ones last.
  package func ordered(_ entities: [Entity?], where isUsed: (Int) -> Bool) -> [Int] {
    let orders = keys.indices.map { order(of: $0, entities[$0]) }
    var found: [Int] = []
    guard let last = orders.last else { return isUsed(0) ? [0] : [] }
    func visit(_ index: Int, _ base: Int) {
      guard index < orders.count - 1 else {
        for code in last where isUsed(base + code) { found.append(base + code) }
        return
      }
      for code in orders[index] { visit(index + 1, base + code * strides[index]) }
    }
    visit(0, 0)
    return found
  }

  /// The codes of a key in the order of what they stand for, that of a missing one last.
  package func order(of index: Int, _ entity: Entity?) -> [Int] { keys[index].codeOrder(entity) }

  /// The codes there are of a key, with one for a missing value.
  package func size(of index: Int) -> Int { sizes[index] }

  /// What a code of a key adds to a cell.
  package func stride(of index: Int) -> Int { strides[index] }

  /// The keys of cells, without the reasons of missing ones, which are `unknown`.
  package func keys(of cells: [Int]) -> [Column] {
    keys.indices.map { index in
      let size = sizes[index]
      let codes = cells.map { $0 / strides[index] % size }
      let mask = codes.map { $0 == size - 1 ? MissingReason.unknown.rawValue : 0 }
      guard let packed = keys[index].packed, packed.codeCount > 0 else {
        return .allMissing(keys[index].type, reasons: mask)
      }
      return Column(
        packed.with(
          PackedCodes(
            codes.map { $0 == size - 1 ? 0 : UInt64($0) }, width: packed.codes.width)),
        missing: mask)
    }
  }
}

extension Column {
  /// The codes of packed values in the order of what they stand for, that of a missing one last.
  package func codeOrder(_ entity: Entity?) -> [Int] {
    guard let packed else { return [] }
    let codes = PackedCodes.counting(packed.codeCount, padding: 0, packed.codes.width)
    let ranks = Column(packed.with(codes)).ranks(entity: entity)
    var order = [Int](repeating: -1, count: packed.codeCount + 1)
    order[packed.codeCount] = packed.codeCount
    // Ranks of distinct values are mostly their places in the order.
    for (code, rank) in ranks.enumerated() where order.indices.contains(rank) { order[rank] = code }
    if !order.contains(-1), order[packed.codeCount] == packed.codeCount { return order }
    return (0..<packed.codeCount).sorted { ranks[$0] < ranks[$1] } + [packed.codeCount]
  }
}
