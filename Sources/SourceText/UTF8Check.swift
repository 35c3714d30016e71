/// Validation of UTF-8 with the place of the fault, which `String(validating:)` does not tell.
package enum UTF8Check {
  /// The offset of the first byte that does not belong to a well-formed sequence, or nil.
  package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      var index = 0
      while index < buffer.count {
        if unsafe start[index] < 0x80 {
          index += 1
          continue
        }
        let length = unsafe sequenceLength(start, index, buffer.count)
        guard length > 0 else { return index }
        index += length
      }
      return nil
    }
  }

  /// Two hexadecimal digits of a byte.
  package static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// The length of the well-formed multi-byte sequence at an offset before `end` (Unicode table
  /// 3-7), or 0.
  @inlinable
  package static func sequenceLength(
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
