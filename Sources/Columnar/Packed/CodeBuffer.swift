/// Memory that holds narrow codes, shared by all slices of a column.
///
/// Invariants: whoever makes a buffer fills it before handing it on, and nobody writes to it after
/// that; ``slack`` bytes behind the last code are readable.
@safe
package final class CodeBuffer: @unchecked Sendable {
  /// Where the codes begin, at a multiple of 16.
  package let bytes: UnsafeMutableRawPointer
  /// The size of the codes.
  package let byteCount: Int
  /// Which codes occur where, when they take one byte.
  let blocks = CodeBlocks()
  /// Bytes readable behind the codes, so that kernels may load eight at a time.
  package static let slack = 64

  /// Makes room for so many bytes, not filled yet.
  package init(byteCount: Int) {
    self.byteCount = byteCount
    unsafe bytes = LargePages.allocate(byteCount + Self.slack)
    unsafe (bytes + byteCount).initializeMemory(as: UInt8.self, repeating: 0, count: Self.slack)
  }

  deinit {
    unsafe bytes.deallocate()
  }
}
