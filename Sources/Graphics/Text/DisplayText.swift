/// Prepares the texts of an author for one line of a figure.
package enum DisplayText {
  /// The text with every run of white space and control characters as one space, none at the ends.
  ///
  /// The spaces that hold a number together (no-break, thin, narrow no-break) stay as they are.
  package static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in text.unicodeScalars {
      if isBreak(scalar) {
        isPending = !result.isEmpty
        continue
      }
      if isPending { result.append(" ") }
      isPending = false
      result.append(scalar)
    }
    return String(result)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }
}
