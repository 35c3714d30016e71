/// The names of regions in their tiles, when the tiles are large enough for all of them.
enum TileNames {
  /// The lines of each name; nil when one of them does not fit in a tile.
  static func lines(_ names: [String], side: Double) -> [[String]]? {
    let room = side - 8
    var all: [[String]] = []
    for name in names {
      let lines = wrapped(name, width: room)
      guard TextMeasure.width(lines, .detail) <= room, Double(lines.count) * step <= room else {
        return nil
      }
      all.append(lines)
    }
    return all
  }

  /// A name in the middle of a tile, in the colour that stands out from its class.
  static func elements(_ lines: [String], x: Double, y: Double, shade: Int?) -> [Element] {
    let top = y - Double(lines.count - 1) * step / 2 + 4
    return lines.enumerated().map { index, line in
      .text(
        TextElement(
          x: x, y: top + Double(index) * step, style: .onClass(shade), anchor: .middle, text: line))
    }
  }

  /// The distance between lines.
  private static let step: Double = 15

  /// The name on lines; a word may be parted after a hyphen and nowhere else.
  private static func wrapped(_ name: String, width: Double) -> [String] {
    var pieces: [(text: String, isGlued: Bool)] = []
    for word in name.split(separator: " ") {
      var isGlued = false
      for part in word.split(separator: "-", omittingEmptySubsequences: false) {
        if isGlued { pieces[pieces.count - 1].text += "-" }
        pieces.append((String(part), isGlued))
        isGlued = true
      }
    }
    var lines: [String] = []
    for piece in pieces {
      let longer = lines.last.map { $0 + (piece.isGlued ? "" : " ") + piece.text } ?? piece.text
      if lines.isEmpty || TextMeasure.width(longer, .detail) > width {
        lines.append(piece.text)
      } else {
        lines[lines.count - 1] = longer
      }
    }
    return lines
  }
}
