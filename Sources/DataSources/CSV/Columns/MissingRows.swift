/// The reasons for missing values of some rows; nothing is written as long as there is none.
struct MissingRows: ~Copyable {
  private var room = RowRoom<UInt8>()
  private var count = 0
  /// Whether any row has a reason; only then are the rows written.
  private(set) var hasMissing = false

  /// Starts again without rows.
  mutating func removeAll() {
    count = 0
    hasMissing = false
  }

  /// Makes room for so many more rows, which the caller writes.
  @inline(__always)
  mutating func extend(by rows: Int) -> UnsafeMutablePointer<UInt8> {
    room.reserve(count + rows, keeping: count)
    defer { count += rows }
    return unsafe room.rows + count
  }

  /// Notes that rows just written have a reason.
  mutating func note(_ hasMissing: Bool) {
    if hasMissing { self.hasMissing = true }
  }

  /// Keeps some of the last rows, given by their numbers among these.
  mutating func keep(_ kept: [Int], of last: Int) {
    let start = count - last
    let rows = unsafe room.rows + start
    for (place, row) in kept.enumerated() { unsafe rows[place] = rows[row] }
    count = start + kept.count
  }

  /// A copy of the reasons, 0 where there is none; nil when there is none at all.
  func reasons(_ rows: Int) -> [UInt8]? {
    guard hasMissing else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: room.rows, count: rows))
  }

  /// The reasons of the last rows, as ``reasons(_:)``.
  func reasons(last rows: Int) -> [UInt8]? {
    guard hasMissing else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: room.rows + (count - rows), count: rows))
  }

  /// The reason of a row; only asked when there are any.
  @inline(__always)
  func isMissing(_ row: Int) -> Bool { unsafe room.rows[row] != 0 }
}
