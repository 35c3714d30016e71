/// How wide the characters of Open Sans are, so that text is measured the same on every machine.
///
/// The widths are facts read from the font (2,048 units to the em) for the Latin letters, digits,
/// punctuation and signs of Dutch and its neighbours. Kerning is left out, so a measured text
/// is at most a few percent too wide and never too narrow.
enum AdvanceWidths {
  /// The units of an em.
  static let unitsPerEm: Double = 2048

  /// The width of a character the table does not have: that of an emoji, the widest in use.
  ///
  /// Such a character is drawn by another font; a sensible guess errs on the wide side.
  static let unknown: UInt16 = 2867

  /// The characters of the table: runs of code points, in order.
  static let ranges: [ClosedRange<UInt32>] = [
    0x0020...0x007E, 0x00A0...0x017F, 0x0218...0x021B, 0x2000...0x200A, 0x2013...0x2015,
    0x2018...0x201E, 0x2020...0x2022, 0x2026...0x2026, 0x2030...0x2030, 0x2032...0x2033,
    0x2039...0x203A, 0x2044...0x2044, 0x2070...0x2070, 0x2074...0x2079, 0x207F...0x207F,
    0x20AC...0x20AC, 0x2116...0x2116, 0x2122...0x2122, 0x215B...0x215B, 0x2206...0x2206,
    0x2212...0x2212, 0x221E...0x221E, 0x2248...0x2248, 0x2260...0x2260, 0x2264...0x2265,
  ]

  /// Characters without a width of their own: combining marks, joiners, variation selectors.
  private static let invisible: [ClosedRange<UInt32>] = [
    0x0300...0x036F, 0x200B...0x200F, 0x20D0...0x20FF, 0x2060...0x2064, 0xFE00...0xFE0F,
    0xFE20...0xFE2F,
  ]

  /// The advance width of a character, in units of the em.
  static func width(of scalar: Unicode.Scalar, weight: FontWeight) -> UInt16 {
    let code = scalar.value
    let widths = table(weight)
    var start = 0
    for range in ranges {
      if range.contains(code) {
        let place = start + Int(code - range.lowerBound)
        return widths.indices.contains(place) ? widths[place] : unknown
      }
      start += range.count
    }
    return invisible.contains { $0.contains(code) } ? 0 : unknown
  }

  /// The widths of one weight, in the order of `ranges`.
  static func table(_ weight: FontWeight) -> [UInt16] {
    switch weight {
    case .regular: regular
    case .semibold: semibold
    case .bold: bold
    }
  }
}
