import Wording

/// Draws the plan of lines or areas.
struct LineDrawing {
  let plan: LinePlan

  init(_ plan: LinePlan) { self.plan = plan }

  private var lines: Lines { plan.lines }

  /// The elements: grid, areas, lines, points, labels, axes, and what is to be said.
  func drawing() -> Drawing {
    var elements = lines.kind == .slope ? uprights : plan.axis.grid
    let gaps = MissingStretches(plan)
    elements += gaps.shapes
    if lines.kind == .area {
      for series in lines.series.indices.reversed() { elements += area(series) }
    }
    if lines.kind != .area || lines.series.count == 1 {
      for series in lines.series.indices { elements += line(series) }
    }
    for series in lines.series.indices where lines.kind != .area { elements += points(series) }
    elements += stubs
    if lines.kind != .slope { elements.append(plan.axis.baseline) }
    if plan.isCut { elements.append(zigzag) }
    let ends = plan.labels.elements(
      x: plan.area.right - plan.labels.width, from: plan.top - 8, to: plan.bottom + 4
    ) { series, place in labelled(series, place) }
    elements += changes(besides: gaps.texts.map(Box.init) + ends.compactMap(\.textBox))
    elements += gaps.texts.flatMap(BarShape.plated)
    elements += ends
    elements += panelValue
    elements += plan.starts.elements(
      besides: plan.xs[0], from: plan.top - 8, to: plan.bottom + 4
    ) { series in plan.point(series, 0)?.y ?? plan.bottom }
    let names = plan.names.elements(
      xs: plan.xs, bottom: plan.bottom, in: plan.area, hasTicks: lines.kind != .slope)
    elements += names.elements
    var notes = TextColumn(x: plan.area.left, baseline: names.baseline)
    if lines.panel == nil {
      for (index, text) in remarks(gaps.unnamed).enumerated() {
        notes.add(
          LineBreaking.lines(text, width: plan.area.width, .note), .note,
          lead: index == 0 ? 26 : 18, step: 17)
      }
    }
    return Drawing(
      elements: elements + notes.elements,
      bottom: notes.baseline + (lines.panel == nil ? 18 : 8))
  }

  /// The last value of a panel with one series, above the line or below it.
  private var panelValue: [Element] {
    guard lines.panel != nil, lines.series.count == 1,
      let place = lines.runs(0).last?.upperBound, let point = plan.point(0, place),
      let value = lines.value(0, place)
    else { return [] }
    let style = TextStyle.series("end", 13, .semibold, 0)
    for offset in [-9.0, 20] {
      let text = TextElement(
        x: point.x + 4, y: point.y + offset, style: style, anchor: .end,
        text: lines.format.text(value))
      let box = Box(text).widened(1)
      guard box.top > plan.area.top + 4, box.bottom < plan.bottom, box.left > plan.axis.left,
        !plan.pieces.contains(where: { box.meets($0.from, $0.to) })
      else { continue }
      return BarShape.plated(text)
    }
    return []
  }

  /// What a label belongs to: the last point of a line, the middle of an area at its end.
  private func labelled(_ series: Int, _ place: Int) -> (x: Double, y: Double) {
    guard let point = plan.point(series, place) else { return (plan.area.right, plan.bottom) }
    guard lines.kind == .area, lines.series.count > 1 else { return point }
    let foot = series == 0 ? 0 : lines.height(series - 1, place) ?? 0
    return (point.x, (point.y + plan.y(foot)) / 2)
  }

  /// What the drawing cannot say by itself.
  private func remarks(_ unnamed: [String]) -> [String] {
    let phrases = plan.area.language.phrases
    var remarks = MissingNames.sentence(unnamed, phrases).map { [$0 + "."] } ?? []
    if lines.hasProvisional { remarks.append(phrases.provisionalStyle) }
    if plan.isCut { remarks.append(phrases.cutAxis) }
    return remarks
  }

  /// The line of a series: stretches of known values, dotted where one end is provisional.
  private func line(_ series: Int) -> [Element] {
    var paths: [(steps: [PathElement.Step], isProvisional: Bool)] = []
    for run in lines.runs(series) where run.count > 1 {
      var last: Bool?
      for place in run.dropFirst() {
        guard let from = plan.point(series, place - 1), let to = plan.point(series, place) else {
          continue
        }
        let isProvisional =
          lines.point(series, place).isProvisional || lines.point(series, place - 1).isProvisional
        if last == isProvisional, !paths.isEmpty {
          paths[paths.count - 1].steps.append(.line(to.x, to.y))
        } else {
          paths.append(([.move(from.x, from.y), .line(to.x, to.y)], isProvisional))
        }
        last = isProvisional
      }
    }
    return paths.enumerated().map { index, path in
      .path(
        PathElement(
          part: "lijn-\(series + 1)" + (index == 0 ? "" : "-\(index + 1)"),
          className: Theme.seriesClass(series), steps: path.steps, fill: .none,
          stroke: Stroke(
            Theme.seriesColour(series), width: lines.panel == nil ? 2.5 : 2,
            dashes: path.isProvisional ? SeriesStyle.provisional : SeriesStyle.dashes(series),
            isRound: true)))
    }
  }

  /// The points of a series: all when there are few, else the last, the lone and the provisional.
  private func points(_ series: Int) -> [Element] {
    let runs = lines.runs(series)
    let last = runs.last?.upperBound
    let isSparse = lines.places.count <= (lines.panel == nil ? 25 : 8)
    var elements: [Element] = []
    for run in runs {
      for place in run {
        let isOpen = lines.point(series, place).isProvisional
        guard isSparse || run.count == 1 || place == last || isOpen,
          let point = plan.point(series, place)
        else { continue }
        elements.append(
          SeriesStyle.point(
            series, x: point.x, y: point.y, radius: lines.panel == nil ? 4 : 3, isOpen: isOpen))
      }
    }
    return elements
  }

  /// Where a change may stand from its point: above, below, and aside of a steep line.
  private static let changePlaces = [
    (0.0, -13.0), (0, 23), (18, 22), (-18, -13), (18, -13), (-18, 22), (0, -27),
  ]

  /// Changes at the points, above them or below, where nothing else stands.
  private func changes(besides texts: [Box]) -> [Element] {
    guard lines.hasChanges, lines.panel == nil, lines.series.count <= 3, lines.kind == .line else {
      return []
    }
    var taken = texts
    let pieces = plan.pieces
    var elements: [Element] = []
    for series in lines.series.indices {
      let style = TextStyle.series("yoy", 12, .semibold, series)
      let widest = lines.series[series].points.reduce(0) {
        max($0, TextMeasure.width($1.change, style))
      }
      // Where not all have room, every second or third does, counted from the last.
      let every = max(Int(((widest + 8) / max(plan.step, 1)).rounded(.up)), 1)
      guard every <= 3 else { continue }
      for place in lines.places.indices where (lines.places.count - 1 - place) % every == 0 {
        let change = lines.point(series, place).change
        guard !change.isEmpty, let point = plan.point(series, place) else { continue }
        for (aside, offset) in Self.changePlaces {
          let text = TextElement(
            x: point.x + aside, y: point.y + offset, style: style, anchor: .middle, text: change)
          let box = Box(text).widened(2)
          guard box.bottom < plan.bottom - 2, box.top > plan.area.top + 4,
            box.left > plan.axis.left,
            !taken.contains(where: box.overlaps),
            !pieces.contains(where: { box.meets($0.from, $0.to) })
          else { continue }
          taken.append(box)
          elements += BarShape.plated(text)
          break
        }
      }
    }
    return elements
  }

  /// The sign that the axis leaves zero out.
  private var zigzag: Element {
    let (x, y) = (plan.axis.left, plan.bottom)
    return .path(
      PathElement(
        className: "delta",
        steps: [
          .move(x, y), .line(x, y - 4), .line(x - 5, y - 7), .line(x + 5, y - 12),
          .line(x, y - 15), .line(x, y - 20),
        ], fill: .none, stroke: Stroke(Palette.light.soft, width: 1.5, isRound: true)))
  }
}

extension Lines {
  /// Whether a known value is provisional.
  var hasProvisional: Bool {
    series.contains { $0.points.contains { $0.isProvisional && $0.datum.value != nil } }
  }
}
