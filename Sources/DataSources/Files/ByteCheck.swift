import SourceText

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
      let length = unsafe UTF8Check.sequenceLength(bytes, index, end)
      guard length > 0 else { return index }
      index += length
    }
    return nil
  }
}
