import Columnar
import Synchronization

/// The rows of all morsels, each put here when it is done.
final class ScatteredMorsels<Cell: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private let rows: Mutex<[ScatteredRows<Cell>?]>

  init(_ count: Int) { rows = Mutex([ScatteredRows<Cell>?](repeating: nil, count: count)) }

  func set(_ morsel: Int, _ scattered: ScatteredRows<Cell>) {
    rows.withLock { $0[morsel] = scattered }
  }

  /// Those of morsels that gave any, in their order.
  var all: [ScatteredRows<Cell>] { rows.withLock { $0 }.compactMap { $0 } }
}

/// The rows of a morsel with those of each part of a grid together, in their order.
struct ScatteredRows<Cell: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  /// The cell of each row.
  private let cells: [Cell]
  /// The columns of the work by place; what is no argument is left as it was.
  private let columns: [Column]
  /// The reasons of the keys.
  private let masks: [[UInt8]?]
  /// Where the rows of each part begin; one more than there are parts.
  private let starts: [UInt32]

  /// Puts the rows of each part together, given the cell of each row.
  init(_ batch: Batch, _ cells: [Cell], _ work: GroupWork, _ parts: GridParts) {
    let keys = batch.columns.prefix(work.keyCount)
    let (order, starts) = parts.order(cells)
    self.starts = starts
    guard let order else {
      self.cells = cells
      columns = batch.columns
      masks = keys.map(\.missing)
      return
    }
    self.cells = order.map { cells[Int($0)] }
    columns = batch.columns.enumerated().map { place, column in
      work.isArgument[place] ? column.gather(at: order) : column
    }
    masks = keys.map { key in
      key.missing.map { missing in order.map { missing[Int($0)] } }
    }
  }

  /// Whether a part has rows here.
  func hasRows(of part: Int) -> Bool { starts[part] < starts[part + 1] }

  /// The rows of a part.
  func rows(of part: Int, _ work: GroupWork) -> (
    columns: [Column], masks: [[UInt8]?], cells: [Cell]
  ) {
    let range = Int(starts[part])..<Int(starts[part + 1])
    if range == cells.indices { return (columns, masks, cells) }
    return (
      columns.enumerated().map { work.isArgument[$0] ? $1.slice(range) : $1 },
      masks.map { mask in mask.map { Array($0[range]) } }, Array(cells[range])
    )
  }
}

/// The parts of a grid: ranges of cells small enough for the groups of one to stay in the cache.
struct GridParts: Sendable {
  /// How many parts there are.
  let count: Int
  private let shift: UInt32
  private let cellCount: Int

  /// More parts than this are not made of a grid.
  private static let most = 1 << 10

  /// Makes parts of about so many cells.
  init(cellCount: Int, size: Int) {
    var shift: UInt32 = 0
    while 1 << shift < size || cellCount >> shift > Self.most { shift += 1 }
    self.shift = shift
    self.cellCount = cellCount
    count = (cellCount - 1) >> shift + 1
  }

  /// Makes parts by the first of so many bits of cells, for the rows of one to stay in the cache.
  init(bits: Int, rows: Int) {
    var own = 0
    while own < bits, 1 << own < Self.most, rows >> own > 1 << 15 { own += 1 }
    shift = UInt32(bits - own)
    cellCount = 1 << bits
    count = 1 << own
  }

  /// How many parts there are, for `explain run`; nothing of one.
  var counted: String { count > 1 ? ", in \(count) parts" : "" }

  /// How many of the last bits differ between the cells of a part.
  var bits: Int { Int(shift) }

  /// The first cell of a part.
  func first(of part: Int) -> UInt32 { UInt32(part << shift) }

  /// How many cells a part has.
  func size(of part: Int) -> Int { min(1 << shift, cellCount - part << shift) }

  /// The rows part by part, those of a part in their order, and where each part begins; no rows when
  /// they stand so already.
  func order<Cell: FixedWidthInteger & UnsignedInteger>(_ cells: [Cell]) -> (
    [UInt32]?, starts: [UInt32]
  ) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    var isInOrder = true
    var last: Cell = 0
    let shift = Cell(shift)
    unsafe starts.withUnsafeMutableBufferPointer { starts in
      for cell in cells {
        let part = cell &>> shift
        precondition(Int(part) < starts.count - 1)
        unsafe starts[Int(part) + 1] &+= 1
        isInOrder = isInOrder && part >= last
        last = part
      }
    }
    for part in 0..<count { starts[part + 1] &+= starts[part] }
    if isInOrder { return (nil, starts) }
    var next = starts
    let order = unsafe [UInt32](unsafeUninitializedCapacity: cells.count) { room, filled in
      unsafe next.withUnsafeMutableBufferPointer { next in
        for row in cells.indices {
          // The same parts as were counted above.
          let part = Int(cells[row] &>> shift)
          let place = unsafe next[part]
          unsafe room[Int(place)] = UInt32(truncatingIfNeeded: row)
          unsafe next[part] = place &+ 1
        }
      }
      filled = cells.count
    }
    return (order, starts)
  }
}
