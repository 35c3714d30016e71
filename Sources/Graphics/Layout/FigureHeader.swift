/// Label, title and subtitle at the top of a figure.
enum FigureHeader {
  /// The elements and the lowest baseline, from which the drawing keeps its distance.
  static func elements(_ frame: FigureFrame, _ layout: FigureLayout) -> (
    elements: [Element], baseline: Double
  ) {
    let width = layout.width - 2 * Theme.margin
    var column = TextColumn(x: Theme.margin, baseline: 28)
    column.isEmpty = true
    column.add(LineBreaking.lines(frame.label, width: width, .label), .label, lead: 0, step: 17)
    column.add(LineBreaking.lines(frame.title, width: width, .title), .title, lead: 24, step: 25)
    let subtitle = layout == .narrow ? frame.shortSubtitle ?? frame.subtitle : frame.subtitle
    column.add(
      LineBreaking.lines(subtitle, width: width, .subtitle), .subtitle, lead: 23, step: 18)
    return (column.elements, column.baseline)
  }
}
