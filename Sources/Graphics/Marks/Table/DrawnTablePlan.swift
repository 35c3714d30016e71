/// The layout of a drawn table: columns beside the name on wide paper, and on narrow where there is
/// room; else the name above its values.
struct DrawnTablePlan {
  private let table: DrawnTable
  private let area: DrawingArea
  private let phrases: Phrases
  /// The right edge of each column of numbers, then of the change.
  private let edges: [Double]
  private let widths: [Double]
  private let course: (left: Double, width: Double)?
  private let nameWidth: Double
  /// Whether the columns are too wide to stand beside each other: then they stand below the name.
  private let isStacked: Bool
  /// Whether the name stands left of its values.
  private let isBeside: Bool

  private let gap: Double
  private static let wordsLimit = 110.0

  init(_ table: DrawnTable, in area: DrawingArea) {
    self.table = table
    self.area = area
    phrases = area.language.phrases
    gap = area.layout == .wide ? 22 : 12
    let phrases = phrases
    var widths: [Double] = table.heads.indices.map { column in
      table.rows.reduce(min(TextMeasure.width(table.heads[column], .detail), Self.wordsLimit)) {
        let cell = table.text($1, column, phrases)
        let width = TextMeasure.width(cell.words, Self.style(cell.isKnown))
        return max($0, cell.isKnown ? width : min(width, Self.wordsLimit))
      }
    }
    if table.hasChange {
      widths.append(
        table.rows.reduce(TextMeasure.width(phrases.change.sentenceCased, .detail)) {
          max(
            $0, min(TextMeasure.width($1.change, Self.changeStyle($1)), Self.wordsLimit))
        })
    }
    let courseWidth: Double = table.hasCourse ? (area.layout == .wide ? 110 : 60) : 0
    var right = area.right
    if table.hasCourse {
      course = (right - courseWidth, courseWidth)
      right -= courseWidth + gap
    } else {
      course = nil
    }
    var edges: [Double] = []
    for width in widths.reversed() {
      edges.insert(right, at: 0)
      right -= width + gap
    }
    self.edges = edges
    self.widths = widths
    isStacked = right - area.left < (area.layout == .wide ? 90 : -gap - 0.01)
    isBeside = !isStacked && (area.layout == .wide || right - area.left >= 120)
    nameWidth = isBeside ? right - area.left : area.width
  }

  private static func style(_ isKnown: Bool) -> TextStyle {
    isKnown ? .smallValue : .missing.sized(12)
  }

  private static func changeStyle(_ row: DrawnTable.Row) -> TextStyle {
    row.isCompared ? .change : style(false)
  }

  func drawing() -> Drawing {
    var elements: [Element] = []
    var top = area.top + (isStacked ? 10 : 26)
    if !isStacked {
      let heads = head(top)
      elements += heads.elements
      top = heads.bottom
    }
    for (index, row) in table.rows.enumerated() {
      let drawn = isStacked ? stacked(row, index, top: top) : self.row(row, index, top: top)
      elements += drawn.elements
      top = drawn.bottom
      // The rule of the footer closes the table.
      if index < table.rows.count - 1 { elements.append(rule(top)) }
    }
    return Drawing(elements: elements, bottom: top + 10)
  }

  private func rule(_ y: Double) -> Element {
    .line(
      LineElement(
        className: "rule", x1: area.left, y1: y, x2: area.right, y2: y,
        stroke: Stroke(Palette.light.rule, width: 1)))
  }

  private func head(_ top: Double) -> (elements: [Element], bottom: Double) {
    var texts = table.heads
    if table.hasChange { texts.append(phrases.change.sentenceCased) }
    var columns: [TextColumn] = []
    for (index, text) in texts.enumerated() {
      var column = TextColumn(x: edges[index], anchor: .end, baseline: top)
      column.isEmpty = true
      column.add(
        LineBreaking.lines(text, width: widths[index] + 0.01, .detail), .detail, lead: 0, step: 15)
      columns.append(column)
    }
    var name = TextColumn(x: area.left, baseline: top)
    name.isEmpty = true
    if isBeside {
      name.add(
        LineBreaking.lines(table.nameHead, width: nameWidth, .detail), .detail, lead: 0, step: 15)
    }
    columns.append(name)
    if let course {
      var column = TextColumn(x: course.left, baseline: top)
      column.isEmpty = true
      column.add(
        LineBreaking.lines(table.courseHead, width: course.width, .detail), .detail, lead: 0,
        step: 15)
      columns.append(column)
    }
    let bottom = (columns.map(\.baseline).max() ?? top) + 8
    let line = LineElement(
      className: "axis", x1: area.left, y1: bottom, x2: area.right, y2: bottom,
      stroke: Stroke(Palette.light.soft, width: 1.5))
    return (columns.flatMap(\.elements) + [.line(line)], bottom)
  }

  private func row(_ row: DrawnTable.Row, _ index: Int, top: Double) -> (
    elements: [Element], bottom: Double
  ) {
    let style = TextStyle.category.sized(13)
    let name = LineBreaking.lines(row.name, width: nameWidth, style)
    var cells: [(lines: [String], style: TextStyle)] = table.heads.indices.map { column in
      let cell = table.text(row, column, phrases)
      let style = Self.style(cell.isKnown)
      return (LineBreaking.lines(cell.words, width: widths[column] + 0.01, style), style)
    }
    if table.hasChange {
      let width = (widths.last ?? 0) + 0.01
      let style = Self.changeStyle(row)
      cells.append((LineBreaking.lines(row.change, width: width, style), style))
    }
    let cellLines = cells.reduce(1) { max($0, $1.lines.count) }
    var names = TextColumn(x: area.left, baseline: top)
    names.add(name, style, lead: 19, step: 17)
    let first = isBeside || name.isEmpty ? top + 19 : names.baseline + 20
    var elements = names.elements
    for (column, cell) in cells.enumerated() {
      var texts = TextColumn(x: edges[column], anchor: .end, baseline: first)
      texts.isEmpty = true
      texts.add(cell.lines, cell.style, lead: 0, step: 16)
      elements += texts.elements
    }
    if let course {
      elements += Sparkline.elements(
        row.course, index: index, left: course.left, top: first - 13, width: course.width,
        height: 17)
    }
    let bottom = max(names.baseline, first + 16 * Double(cellLines - 1)) + 9
    return (elements, bottom)
  }

  /// A row whose values stand below each other, each behind its head.
  private func stacked(_ row: DrawnTable.Row, _ index: Int, top: Double) -> (
    elements: [Element], bottom: Double
  ) {
    var names = TextColumn(x: area.left, baseline: top)
    names.add(
      LineBreaking.lines(row.name, width: area.width, .category.sized(13)), .category.sized(13),
      lead: 19, step: 17)
    var elements = names.elements
    var baseline = names.baseline
    var cells = table.heads.indices.map { column in
      let cell = table.text(row, column, phrases)
      return (head: table.heads[column], text: cell.words, style: Self.style(cell.isKnown))
    }
    if table.hasChange {
      cells.append((phrases.change.sentenceCased, row.change, Self.changeStyle(row)))
    }
    for cell in cells {
      var head = TextColumn(x: area.left, baseline: baseline)
      head.add(
        LineBreaking.lines(cell.head, width: area.width * 0.4, .detail), .detail, lead: 19, step: 15
      )
      var value = TextColumn(x: area.right, anchor: .end, baseline: baseline)
      value.add(
        LineBreaking.lines(cell.text, width: area.width * 0.55, cell.style), cell.style, lead: 19,
        step: 16)
      elements += head.elements + value.elements
      baseline = max(head.baseline, value.baseline)
    }
    if row.course.count > 1 {
      elements += Sparkline.elements(
        row.course, index: index, left: area.left, top: baseline + 8, width: area.width, height: 17)
      baseline += 26
    }
    return (elements, baseline + 9)
  }
}
