/// A colour in sRGB, written `#rrggbb`.
package struct Colour: Sendable, Equatable {
  /// Red, green and blue, eight bits each.
  package let rgb: UInt32

  /// A colour from its hexadecimal number: `Colour(0x154273)`. Bits above 24 are left out.
  package init(_ rgb: UInt32) { self.rgb = rgb & 0xFFFFFF }

  /// The form of SVG and CSS.
  package var hex: String {
    let digits = String(rgb, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
