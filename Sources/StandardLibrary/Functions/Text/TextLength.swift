import CBytes

/// The number of characters of a text: what a reader takes for one, an é of two code points too.
enum TextLength {
  /// Counts the characters of UTF-8.
  static func count(_ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe plain(bytes) ?? String(decoding: bytes, as: UTF8.self).count
  }

  /// The number of characters when each code point is one: those below U+0300, where the first
  /// combining mark stands, but for a line end of two. Nil for other texts.
  private static func plain(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    var count = 0
    var index = 0
    while index &+ 16 <= bytes.count {
      let size = min((bytes.count &- index) & ~15, 255 &* 16)
      let found = unsafe cb_count_plain(start + index, size)
      guard found >= 0 else { return nil }
      count &+= found
      index &+= size
    }
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte == 0x0D || byte >= 0xCC { return nil }
      if byte & 0xC0 != 0x80 { count &+= 1 }
      index &+= 1
    }
    return count
  }
}
