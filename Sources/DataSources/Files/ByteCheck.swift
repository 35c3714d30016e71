/// Finds bytes that no text file has: broken UTF-8 and NUL.
enum ByteCheck {
  /// The offset of the first NUL or ill-formed sequence in `start..<end`, or nil. Room for eight
  /// bytes after `end` must be readable.
  ///
  /// Eight bytes at a time are passed over while they are ASCII and not NUL: with the high bits
  /// of `word | (word - 1 in each byte)` clear, no byte is 0 or above 0x7F.
  static func firstFault(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end {
      if end - index >= 8 {
        let word = unsafe UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      let lead = unsafe bytes[index]
      if lead &- 1 < 0x7F {
        index += 1
        continue
      }
      let length = unsafe sequenceLength(bytes, index, end)
      guard length > 0 else { return index }
      index += length
    }
    return nil
  }

  /// The length of a well-formed multi-byte sequence (Unicode table 3-7), or 0.
  private static func sequenceLength(
    _ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int
  ) -> Int {
    let lead = unsafe bytes[index]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { lowest = 0xA0 }
      if lead == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { lowest = 0x90 }
      if lead == 0xF4 { highest = 0x8F }
    default: return 0
    }
    guard end - index >= length else { return 0 }
    let second = unsafe bytes[index + 1]
    guard second >= lowest, second <= highest else { return 0 }
    var offset = 2
    while offset < length {
      guard unsafe bytes[index + offset] & 0xC0 == 0x80 else { return 0 }
      offset += 1
    }
    return length
  }
}
