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
    let returns = SIMD16<UInt8>(repeating: 0x0D)
    let marks = SIMD16<UInt8>(repeating: 0xCC)
    let continuing = SIMD16<UInt8>(repeating: 0x80)
    let kind = SIMD16<UInt8>(repeating: 0xC0)
    var count = 0
    var index = 0
    while index < bytes.count {
      if index &+ 16 <= bytes.count {
        let some = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        let odd = unsafe unsafeBitCast(
          (some .== returns) .| (some .>= marks), to: SIMD2<UInt64>.self)
        if odd[0] | odd[1] != 0 { return nil }
        // A 1 in the byte of each that begins a character, summed into the highest byte.
        let begun = unsafe unsafeBitCast(some & kind .!= continuing, to: SIMD2<UInt64>.self)
        let sums = ((begun[0] & ones) &+ (begun[1] & ones)) &* ones
        count &+= Int(sums &>> 56)
        index &+= 16
        continue
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
