package import Wording

/// The same figure several times, one for each value of a column, on one scale.
package struct Panels: Sendable {
  /// The panels with their names.
  package let panels: [(name: String, mark: any PanelMark)]

  /// Panels in their order.
  package init(_ panels: [(name: String, mark: any PanelMark)]) {
    self.panels = panels.map { (DisplayText.clean($0.name), $0.mark) }
  }

  private var style: PanelStyle {
    var domain: Extent?
    var series: [String] = []
    var values: [Double] = []
    var names: [String] = []
    for panel in panels {
      if let extent = panel.mark.extent {
        domain = extent.union(domain)
        values += panel.mark.knownValues
      }
      for name in panel.mark.seriesNames where !series.contains(name) { series.append(name) }
      names += panel.mark.rowNames
    }
    return PanelStyle(
      domain: domain ?? Extent(0, 0), series: series, values: values, names: names)
  }
}

extension Panels: Mark {
  /// Draws the panels in rows: three beside each other on wide paper, two when they are few.
  package func drawing(in area: DrawingArea) -> Drawing {
    guard let first = panels.first else { return EmptyPlace.drawing(in: area) }
    let style = style
    let legend = SeriesLegend.elements(style.series, kind: first.mark.swatch, in: area)
    let columns: Int
    switch area.layout {
    case .wide: columns = panels.count == 1 ? 1 : panels.count <= 4 ? 2 : 3
    case .narrow: columns = panels.count >= 4 && first.mark.fitsHalf(style) ? 2 : 1
    }
    let gap = area.layout == .wide ? 28.0 : 20
    let width = (area.width - gap * Double(columns - 1)) / Double(columns)
    var elements = legend.elements
    var top = legend.baseline + (legend.elements.isEmpty ? 18 : 14)
    for start in stride(from: 0, to: panels.count, by: columns) {
      var bottom = top
      for index in start..<min(start + columns, panels.count) {
        let left = area.left + (width + gap) * Double(index - start)
        let title = LineBreaking.lines(panels[index].name, width: width, .panelTitle)
        var column = TextColumn(x: left, baseline: top)
        column.add(title, .panelTitle, lead: 18, step: 18)
        let place = DrawingArea(
          layout: .narrow, language: area.language, top: column.baseline, left: left,
          right: left + width)
        let drawing = panels[index].mark.asPanel(style).drawing(in: place)
        elements += column.elements
        elements += drawing.elements.map { $0.prefixed("paneel-\(index + 1)-") }
        bottom = max(bottom, drawing.bottom)
      }
      top = bottom + 14
    }
    let unnamed = panels.flatMap { panel in
      panel.mark.unnamed(area.language).map { "\(panel.name) \($0)" }
    }
    guard let sentence = MissingNames.sentence(unnamed, area.language.phrases) else {
      return Drawing(elements: elements, bottom: top + 4)
    }
    var notes = TextColumn(x: area.left, baseline: top)
    notes.add(
      LineBreaking.lines(sentence + ".", width: area.width, .note), .note, lead: 12, step: 17)
    return Drawing(elements: elements + notes.elements, bottom: notes.baseline + 18)
  }

  /// How many panels there are, then the words of each, up to twelve.
  package func description(in language: Language) -> String {
    let phrases = language.phrases
    guard !panels.isEmpty else { return "\(phrases.panels): \(phrases.noData)." }
    var sentences = ["\(phrases.panels): \(language.count(panels.count))."]
    for panel in panels.prefix(12) {
      sentences.append("\(panel.name) – \(panel.mark.description(in: language))")
    }
    if panels.count > 12 {
      sentences.append("\(phrases.and) \(panels.count - 12) \(phrases.others).")
    }
    return sentences.joined(separator: " ")
  }
}

extension Element {
  /// The same element with another start of its id, so that panels share none.
  func prefixed(_ prefix: String) -> Element {
    switch self {
    case .group(var group):
      group.part = group.part.map { prefix + $0 }
      group.elements = group.elements.map { $0.prefixed(prefix) }
      return .group(group)
    case .rect(var rect):
      rect.part = rect.part.map { prefix + $0 }
      return .rect(rect)
    case .path(var path):
      path.part = path.part.map { prefix + $0 }
      return .path(path)
    case .line, .circle, .text: return self
    }
  }
}
