import CBytes

/// What is known at a glance of how a text is spelled.
package enum TextForm {
  /// All ASCII.
  case plain
  /// Surely composed as Unicode's form C is, so that no other such text is equivalent to it.
  case composed
  /// It may be equivalent to another text.
  case unknown

  /// The form of well-formed UTF-8; eight bytes behind it must be readable.
  package init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    var index = count & ~15
    let greatest = unsafe cb_greatest(bytes, index)
    var isPlain = greatest < 0x80
    // What stands at or above U+0300 has to be looked at one by one.
    if greatest >= Self.firstLead { index = 0 }
    while index < count {
      let word = unsafe UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
      let marked = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
      index += marked.trailingZeroBitCount / 8
      guard marked != 0, index < count else { continue }
      isPlain = false
      let lead = unsafe bytes[index]
      if lead < Self.firstLead {
        index += 2
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
      for place in 1..<length { scalar = unsafe scalar << 6 | UInt32(bytes[index + place] & 0x3F) }
      guard Self.isComposed(scalar) else {
        self = .unknown
        return
      }
      index += length
    }
    self = isPlain ? .plain : .composed
  }

  /// The first byte of U+0300, where combining marks begin; bytes that go on with a character are
  /// less.
  private static let firstLead: UInt8 = 0xCC

  /// Ranges without combining marks, without what joins with a sign before it, and without what
  /// form C writes otherwise: letters and signs that Dutch and English texts are made of, other
  /// European and East Asian letters, and pictures.
  private static func isComposed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x388...0x482, 0x48A...0x58F, 0x1E00...0x1EFF, 0x2002...0x20CF, 0x2150...0x2328,
      0x232B...0x2ADB, 0x3001...0x3029, 0x3030...0x3098, 0x309B...0xA66E, 0xAC00...0xD7A3,
      0xFE00...0xFE0F, 0xFF01...0xFF60, 0x1F000...0x1FAFF, 0x20000...0x2A6DF:
      true
    default: false
    }
  }
}
