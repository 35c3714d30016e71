#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many bytes can be written to a descriptor at once without waiting for who reads it.
struct WritingRoom {
  private let descriptor: Int32
  /// What a pipe holds at most; nil where that is not known.
  private let capacity: Int?
  /// Whether the pipe was empty once: then only pieces of ours are in it, of which none but the last
  /// fills a part of a page.
  private var wasEmpty = false

  /// Bytes that a pipe with any room takes.
  private static let page = 4096
  /// What a pipe is asked to hold: for less each piece would wake its reader.
  private static let wanted = 1 << 20

  /// Looks at a descriptor that so many bytes are going to be written to.
  init(_ descriptor: Int32, for count: Int) {
    self.descriptor = descriptor
    #if os(Linux)
      // F_SETPIPE_SZ and F_GETPIPE_SZ of <linux/fcntl.h>, which the Swift module leaves out.
      let (set, get): (Int32, Int32) = (1031, 1032)
      guard count > Self.page else {
        capacity = nil
        return
      }
      var held = fcntl(descriptor, get)
      if held > 0, held < count, held < Self.wanted {
        // Where a user may not have that much it stays as it is.
        _ = fcntl(descriptor, set, Int32(Self.wanted))
        held = fcntl(descriptor, get)
      }
      capacity = held > 0 ? Int(held) : nil
    #else
      capacity = nil
    #endif
  }

  /// How many bytes can be written now, when any can.
  mutating func size() -> Int {
    #if os(Linux)
      var held: Int32 = 0
      guard let capacity, unsafe ioctl(descriptor, UInt(FIONREAD), &held) == 0 else {
        return Self.page
      }
      if held == 0 { wasEmpty = true }
      guard wasEmpty else { return Self.page }
      // A page may be read in part, and another one filled in part.
      let pages = (capacity - Int(held)) / Self.page - 2
      return max(1, pages) * Self.page
    #else
      return Self.page
    #endif
  }
}
