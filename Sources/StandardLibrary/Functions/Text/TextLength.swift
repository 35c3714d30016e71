/// The number of characters of a text: what a reader takes for one, an é of two code points too.
enum TextLength {
  /// Counts the characters of UTF-8.
  static func count(_ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe plain(bytes) ?? String(decoding: bytes, as: UTF8.self).count
  }

  /// The number of characters when each code point is one: those below U+0300, where the first
  /// combining mark stands, but for a line end of two. Nil for other texts.
  private static func plain(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highest = ones << 7
    let returns = ones &* 0x0D
    var count = 0
    var index = 0
    while index < bytes.count {
      if index &+ 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let return13 = word ^ returns
        // Eight bytes of ASCII, of which none is a carriage return.
        if (word | ((return13 &- ones) & ~return13)) & highest == 0 {
          count &+= 8
          index &+= 8
          continue
        }
      }
      let end = min(index &+ 8, bytes.count)
      while index < end {
        let byte = unsafe bytes[index]
        if byte == 0x0D || byte >= 0xCC { return nil }
        if byte & 0xC0 != 0x80 { count &+= 1 }
        index &+= 1
      }
    }
    return count
  }
}
