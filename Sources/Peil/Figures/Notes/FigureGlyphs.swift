import Graphics
import SourceText

/// Characters whose width is not known, so that no figure can be laid out with them.
enum FigureGlyphs {
  /// Throws a fault that names the first such character of a figure and the text it stands in.
  static func check(_ figure: Figure) throws(PeilError) {
    for text in figure.texts {
      guard let scalar = TextMeasure.unknown(in: text) else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "unknown-glyph",
          "figures have no width for the character `\(scalar)` (\(code)) in \"\(text)\"",
          notes: [
            "figures are set in the letters of Latin script, digits and their signs, so that they "
              + "are the same everywhere: replace it, as in `derive replace c = replace(c, \"…\", \"…\")`"
          ]))
    }
  }
}
