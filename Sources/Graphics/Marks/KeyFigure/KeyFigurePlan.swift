/// The layout of a key figure: number, rule, facts.
///
/// The facts stand right of the number when there is room for them, else below it.
struct KeyFigurePlan {
  private let key: KeyFigure
  private let area: DrawingArea
  private let lines: [String]
  private let style: TextStyle

  /// A plan: the number in the largest size that fits, or wrapped when none does.
  init(_ key: KeyFigure, in area: DrawingArea) {
    self.key = key
    self.area = area
    let words = key.words(area.language.phrases)
    let styles: [TextStyle]
    switch key.value {
    case .known:
      let sizes: [Double] = area.layout == .wide ? [64, 48, 36, 28] : [48, 36, 28]
      styles = sizes.map(TextStyle.key.sized)
    case .missing:
      let sizes: [Double] = area.layout == .wide ? [32, 24] : [28, 22]
      styles = sizes.map(TextStyle.missingKey.sized)
    }
    let fitting = styles.first { TextMeasure.width(words, $0) <= area.width }
    let style = fitting ?? styles[styles.count - 1]
    self.style = style
    lines = LineBreaking.lines(words, width: area.width, style)
  }

  /// The elements.
  func drawing() -> Drawing {
    let baseline = area.top + (area.layout == .wide ? 76 : 58)
    var number = TextColumn(x: area.left, baseline: baseline)
    number.isEmpty = true
    number.add(lines, style, lead: 0, step: style.size * 1.2)
    let unit = LineBreaking.lines(key.unit, width: area.width, .subtitle)
    number.add(unit, .subtitle, lead: 24, step: 18)
    let width = max(TextMeasure.width(lines, style), TextMeasure.width(unit, .subtitle))
    let isBeside =
      area.layout == .wide && lines.count == 1 && area.width - width - 46 >= 220
    guard !key.facts.isEmpty else {
      return Drawing(elements: number.elements, bottom: number.baseline + 47)
    }
    if isBeside { return beside(number, baseline: baseline, width: width) }
    var facts = TextColumn(x: area.left, baseline: number.baseline)
    addFacts(to: &facts, width: area.width, lead: 32)
    return Drawing(elements: number.elements + facts.elements, bottom: facts.baseline + 26)
  }

  private func beside(_ number: TextColumn, baseline: Double, width: Double) -> Drawing {
    let x = area.left + width + 28
    var facts = TextColumn(x: x + 18, baseline: baseline - 28)
    facts.isEmpty = true
    addFacts(to: &facts, width: area.right - x - 18, lead: 0)
    let rule = LineElement(
      className: "rule", x1: x, y1: baseline - 46, x2: x,
      y2: max(number.baseline + 2, facts.baseline + 8),
      stroke: Stroke(Palette.light.rule, width: 1))
    return Drawing(
      elements: number.elements + [.line(rule)] + facts.elements,
      bottom: max(number.baseline + 47, facts.baseline + 45))
  }

  /// Adds the facts: the first strong, the others as lesser text.
  private func addFacts(to column: inout TextColumn, width: Double, lead: Double) {
    for (index, fact) in key.facts.enumerated() {
      let style = index == 0 ? TextStyle.fact : .subtitle
      column.add(
        LineBreaking.lines(fact, width: width, style), style, lead: index == 0 ? lead : 22,
        step: index == 0 ? 20 : 18)
    }
  }
}
