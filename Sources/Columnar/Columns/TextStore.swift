/// Memory to which texts are added and in which they never move.
///
/// Invariant: only one thread adds, and nobody adds any more once others read.
@safe
package final class TextStore: @unchecked Sendable {
  private var pieces: [UnsafeMutablePointer<UInt8>] = unsafe []
  private var free: UnsafeMutablePointer<UInt8>
  private var left = 0
  private var next = 1 << 12
  /// Bytes that may be read behind each text.
  package static let slack = 16
  private static let greatest = 1 << 21

  /// Makes no room yet.
  package init() {
    unsafe free = .allocate(capacity: Self.slack)
    unsafe free.initialize(repeating: 0, count: Self.slack)
    unsafe pieces.append(free)
  }

  deinit {
    for index in unsafe pieces.indices { unsafe pieces[index].deallocate() }
  }

  /// Copies a text, and says where it stands from now on.
  package func add(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UnsafePointer<UInt8> {
    if count > left { makeRoom(count) }
    let start = unsafe free
    unsafe start.update(from: bytes, count: count)
    unsafe free += count
    left -= count
    return unsafe UnsafePointer(start)
  }

  /// The same for bytes at hand.
  func add(_ bytes: UnsafeRawBufferPointer) -> UnsafePointer<UInt8> {
    guard let base = bytes.baseAddress else { return unsafe UnsafePointer(free) }
    return unsafe add(base.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  private func makeRoom(_ count: Int) {
    let size = max(next, count + Self.slack)
    next = min(next * 2, Self.greatest)
    left = size - Self.slack
    // Not in large pages: texts are touched one after another, and systems that have pages of a
    // program that ended seldom have them in one piece.
    unsafe free = .allocate(capacity: size)
    unsafe (free + left).initialize(repeating: 0, count: Self.slack)
    unsafe pieces.append(free)
  }
}
