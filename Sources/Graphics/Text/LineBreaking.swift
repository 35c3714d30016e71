/// Breaks a text into lines that fit a width.
///
/// Lines break at spaces; a word wider than the line breaks after a hyphen, dash or slash, and where
/// it has none between two letters, with a hyphen. Nothing is ever left out. A thin space and a no-break space are
/// part of a word, because they hold a number together.
package enum LineBreaking {
  /// The lines of a text, each at most `width` wide unless a single letter is wider.
  ///
  /// An empty text has no lines.
  package static func lines(_ text: String, width: Double, _ style: TextStyle) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if TextMeasure.width(longer, style) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var pieces = pieces(String(word), width: width, style)
      line = pieces.removeLast()
      lines += pieces
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The lines of a text when it fits in `limit` lines without breaking a word, else nil.
  package static func unbroken(
    _ text: String, width: Double, limit: Int, _ style: TextStyle
  ) -> [String]? {
    let words = text.split(separator: " ")
    guard words.allSatisfy({ TextMeasure.width(String($0), style) <= width }) else { return nil }
    let lines = lines(text, width: width, style)
    return lines.count <= limit ? lines : nil
  }

  /// The parts of a word that fit; at least one, the last of which is the rest.
  private static func pieces(_ word: String, width: Double, _ style: TextStyle) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0.0
    // The end of the part that may stand on its own, and its width.
    var breakPoint: String.Index?
    let hyphen = TextMeasure.width("-", style)
    for letter in word {
      let advance = TextMeasure.width(String(letter), style)
      if used + advance > width, !piece.isEmpty {
        var end = breakPoint ?? piece.endIndex
        var mark = ""
        // Between letters a hyphen says that the word goes on, where one more letter makes room.
        if breakPoint == nil, piece.count > 3, piece.suffix(2).allSatisfy(\.isLetter),
          letter.isLetter
        {
          if used + hyphen > width { end = piece.index(before: end) }
          mark = "-"
        }
        pieces.append(String(piece[..<end]) + mark)
        piece = String(piece[end...])
        used = TextMeasure.width(piece, style)
        breakPoint = nil
      }
      piece.append(letter)
      used += advance
      if letter == "-" || letter == "/" || letter == "–" { breakPoint = piece.endIndex }
    }
    pieces.append(piece)
    return pieces
  }
}
