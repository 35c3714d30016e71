#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory in pages as large as the system has, where that pays: they cost less to touch first, and
/// less to find again.
enum LargePages {
  /// The size of one.
  static let size = 1 << 21

  /// Allocates bytes at a multiple of 16. What is smaller than a large page comes and goes often, and
  /// any place costs least.
  static func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    let isLarge = count >= size
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: count, alignment: isLarge ? size : 16)
    #if os(Linux)
      if isLarge { unsafe madvise(bytes, count, MADV_HUGEPAGE) }
    #endif
    return unsafe bytes
  }
}
