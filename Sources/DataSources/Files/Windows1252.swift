/// The letters of Windows code page 1252 as UTF-8.
///
/// Source of the table: WHATWG Encoding, index windows-1252. The five bytes without a letter are
/// the control characters of the same number, so that reading never fails.
enum Windows1252 {
  /// The most bytes of UTF-8 that one byte becomes.
  static let widest = 3

  /// Scalars of the bytes 0x80 to 0x9F; from 0xA0 on byte and scalar are the same number.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Writes bytes as UTF-8 into room for three times as many; returns how many were written.
  static func transcode(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var written = 0
    for index in 0..<source.count {
      let byte = unsafe source[index]
      if byte < 0x80 {
        unsafe target[written] = byte
        written += 1
        continue
      }
      let scalar = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
      if scalar < 0x800 {
        unsafe target[written] = UInt8(0xC0 | scalar >> 6)
        unsafe target[written + 1] = UInt8(0x80 | scalar & 0x3F)
        written += 2
      } else {
        unsafe target[written] = UInt8(0xE0 | scalar >> 12)
        unsafe target[written + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
        unsafe target[written + 2] = UInt8(0x80 | scalar & 0x3F)
        written += 3
      }
    }
    return written
  }
}
