#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory for the pieces of one column, of which one thread makes one after another and which are
/// dropped together when the column is made. But for the last of it, that gives it back to the system
/// at once, for the columns that are made next: memory that all columns share has no whole page to
/// give back.
final class PieceRoom {
  private var slab: PieceMemory?
  private var used = 0
  /// The size of the next memory: there may be many columns, and many pieces of each.
  private var size = 1 << 16
  private static let most = 1 << 20

  /// Room for so many bytes, at a multiple of 8.
  func take(_ byteCount: Int) -> (start: UnsafeMutableRawPointer, memory: PieceMemory) {
    // Of a small file there is one piece.
    guard let slab else {
      let first = PieceMemory(byteCount)
      (slab, used) = (first, first.byteCount)
      return unsafe (first.bytes, first)
    }
    guard used + byteCount <= slab.byteCount else {
      let next = PieceMemory(mapping: max(byteCount, size))
      size = min(size * 2, Self.most)
      self.slab = next
      used = (byteCount + 7) & ~7
      return unsafe (next.bytes, next)
    }
    defer { used += (byteCount + 7) & ~7 }
    return unsafe (slab.bytes + used, slab)
  }
}

/// Some memory of pieces, which keep it.
@safe
final class PieceMemory: @unchecked Sendable {
  let bytes: UnsafeMutableRawPointer
  let byteCount: Int
  private let isMapped: Bool
  /// Whether the system gave it with zeros.
  var isZero: Bool { isMapped }

  /// Takes memory that was used before.
  init(_ byteCount: Int) {
    self.byteCount = byteCount
    isMapped = false
    unsafe bytes = .allocate(byteCount: max(1, byteCount), alignment: 8)
  }

  /// Takes new pages from the system; memory that was used before when it has none.
  init(mapping byteCount: Int) {
    self.byteCount = byteCount
    let found = unsafe mmap(
      nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    if let found = unsafe found, unsafe found != MAP_FAILED {
      unsafe bytes = found
      isMapped = true
      #if os(Linux)
        // Only a table of many texts is that large, and it is looked at all over: small pages would
        // have to be found again each time.
        if byteCount >= 1 << 22 { unsafe madvise(found, byteCount, MADV_HUGEPAGE) }
      #endif
    } else {
      unsafe bytes = .allocate(byteCount: byteCount, alignment: 8)
      isMapped = false
    }
  }

  deinit {
    if isMapped {
      unsafe munmap(bytes, byteCount)
    } else {
      unsafe bytes.deallocate()
    }
  }
}
