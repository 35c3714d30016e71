/// What is drawn where there is nothing to draw: a dashed frame with words.
enum EmptyPlace {
  /// A frame over the whole width that says that there are no data.
  static func drawing(in area: DrawingArea) -> Drawing {
    let top = area.top + 28
    let height = 88.0
    let frame = RectElement(
      className: "missing", x: area.left, y: top, width: area.width, height: height,
      fill: .colour(Palette.light.missing),
      stroke: Stroke(Palette.light.missingEdge, dashes: [5, 4]))
    let words = TextElement(
      x: area.left + area.width / 2, y: top + height / 2 + 5, style: .missing, anchor: .middle,
      text: area.language.phrases.noData)
    return Drawing(elements: [.rect(frame), .text(words)], bottom: top + height + 24)
  }
}
