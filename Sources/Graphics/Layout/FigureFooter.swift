/// Rule, note, source and provenance at the bottom of a figure.
enum FigureFooter {
  /// The elements of a footer whose rule is at `top`, and the height of the whole figure.
  ///
  /// The wide layout has source left and publication right, below each other when they are too
  /// long for one line. The narrow layout has the source with the digest; its publication is
  /// in the metadata.
  static func elements(_ frame: FigureFrame, _ layout: FigureLayout, top: Double) -> (
    elements: [Element], height: Double
  ) {
    let left = Theme.margin
    let right = layout.width - Theme.margin
    let rule = LineElement(
      className: "rule", x1: left, y1: top, x2: right, y2: top,
      stroke: Stroke(Palette.light.rule, width: 1))
    var column = TextColumn(x: left, baseline: top + 20)
    column.isEmpty = true
    if let note = frame.note {
      let lines = LineBreaking.lines(note, width: right - left, .note)
      column.add(lines, .note, lead: 0, step: 17)
    }
    var source = frame.source
    var publication = joined(frame.publication, frame.provenance)
    var sourceLines = LineBreaking.lines(source, width: right - left, .source)
    if layout == .narrow {
      source = joined(frame.source, frame.provenance)
      publication = ""
      // The digest stays in one piece: on the line of the source, or on its own.
      if TextMeasure.width(source, .source) <= right - left {
        sourceLines = [source].filter { !$0.isEmpty }
      } else {
        sourceLines += LineBreaking.lines(frame.provenance, width: right - left, .source)
      }
    }
    column.add(sourceLines, .source, lead: 20, step: 17)
    let needed =
      TextMeasure.width(source, .source) + TextMeasure.width(publication, .edition) + 24
    let isBeside = needed <= right - left && !source.isEmpty
    var edition = TextColumn(x: right, anchor: .end, baseline: column.baseline)
    edition.isEmpty = isBeside || column.elements.isEmpty
    edition.add(
      LineBreaking.lines(publication, width: right - left, .edition), .edition, lead: 17, step: 17)
    return ([.line(rule)] + column.elements + edition.elements, edition.baseline + 18)
  }

  private static func joined(_ texts: String...) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
