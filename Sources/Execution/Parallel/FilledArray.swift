/// Room for values that several threads write, each its own rows.
@safe
final class FilledArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let room: UnsafeMutablePointer<Element>
  private let count: Int

  /// Makes room; every row must be written before ``array`` is read.
  init(count: Int) {
    self.count = count
    unsafe room = .allocate(capacity: max(count, 1))
  }

  deinit {
    unsafe room.deallocate()
  }

  /// Writes a row. No other thread writes it.
  @inline(__always)
  func set(_ row: Int, _ value: Element) {
    precondition(row >= 0 && row < count)
    unsafe (room + row).initialize(to: value)
  }

  /// The values of all rows.
  var array: [Element] { unsafe Array(UnsafeBufferPointer(start: room, count: count)) }
}
