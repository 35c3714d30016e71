/// How many terminal cells a text takes, from a fixed table and never from the locale.
///
/// Source of the ranges: Unicode 16, EastAsianWidth (W and F), general category Mn, Me, Cf.
package enum DisplayWidth {
  /// Cells of a text; a grapheme cluster is as wide as its widest scalar.
  package static func of(_ text: String) -> Int {
    var isPlain = true
    for byte in text.utf8 where byte >= 0x80 || byte < 0x20 {
      isPlain = false
      break
    }
    if isPlain { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Cells of one character.
  package static func of(_ character: Character) -> Int {
    var width = 0
    var isEmoji = false
    for scalar in character.unicodeScalars {
      width = max(width, of(scalar))
      // Variation selector 16 asks for the emoji picture, which is two cells wide.
      if scalar.value == 0xFE0F { isEmoji = true }
    }
    return isEmoji && width > 0 ? 2 : width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2614...0x2615,
    0x2648...0x2653, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x2705...0x2705, 0x270A...0x270B,
    0x2728...0x2728, 0x274C...0x274C, 0x2753...0x2757, 0x2795...0x2797, 0x2E80...0x303E,
    0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F7E0...0x1F7EB, 0x1F90C...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
