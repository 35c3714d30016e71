/// Measures text with the embedded widths, in pixels of the figure.
package enum TextMeasure {
  /// The width of one line of text.
  ///
  /// Complexity: linear in the number of characters.
  package static func width(_ text: String, size: Double, weight: FontWeight) -> Double {
    var units = 0
    for scalar in text.unicodeScalars {
      units += Int(AdvanceWidths.width(of: scalar, weight: weight))
    }
    return Double(units) * size / AdvanceWidths.unitsPerEm
  }

  /// The width of one line of text in a style.
  package static func width(_ text: String, _ style: TextStyle) -> Double {
    width(text, size: style.size, weight: style.weight)
  }

  /// The first character whose width is not known, and was guessed; nil when all are.
  package static func unknown(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first {
      AdvanceWidths.width(of: $0, weight: .regular) == AdvanceWidths.unknown
    }
  }

  /// The width of the widest of some lines; zero for none.
  package static func width(_ lines: [String], _ style: TextStyle) -> Double {
    lines.reduce(0) { max($0, width($1, style)) }
  }
}
