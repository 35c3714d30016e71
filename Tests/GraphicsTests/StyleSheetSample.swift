import Wording

@testable import Graphics

/// The colours and sizes of figures on one sheet, drawn from the values the code uses, so that the
/// sheet cannot say anything else.
struct StyleSheetSample: Mark {
  static let figure = Figure(
    FigureFrame(
      id: "palet", label: "Huisstijl figuren", title: "Palet en lettergroottes",
      subtitle: "Vijf reeksen, vijf klassen, tekst en lijnen; contrast met het papier",
      source: "Bron: eigen berekening (WCAG 2.1; afstanden: CIEDE2000, Machado 2009)",
      edition: "Visuele standaard", digest: FigureSamples.digest), StyleSheetSample())

  /// A colour that stays what it is on a dark screen.
  private static let fixed = "staal"

  func drawing(in area: DrawingArea) -> Drawing {
    var elements: [Element] = []
    var y = area.top + 34
    func heading(_ text: String) {
      var column = TextColumn(x: area.left, baseline: y)
      column.isEmpty = true
      column.add(
        LineBreaking.lines(text, width: area.width, .smallValue), .smallValue, lead: 0, step: 17)
      elements += column.elements
      y = column.baseline + 10
    }
    heading("Reeksen in vaste volgorde, elk ook met arcering, streep en punt")
    y = series(area, top: y, &elements) + 30
    heading("Klassen van laag naar hoog, en een plaats zonder cijfer")
    y = classes(area, top: y, &elements) + 30
    y = sizes(area, top: y, &elements)
    return Drawing(elements: elements, bottom: y + 24)
  }

  /// Each series as a bar, as a line, and on dark paper, with its contrast.
  private func series(_ area: DrawingArea, top: Double, _ elements: inout [Element]) -> Double {
    let isWide = area.layout == .wide
    let gap = isWide ? 12.0 : 6
    let width = (area.width - 4 * gap) / 5
    let dark = top + (isWide ? 114.0 : 130)
    elements.append(
      plate(Palette.light.paper, x: area.left, y: top, width: area.width, height: 60))
    _ = words(
      ["Dezelfde reeksen op een donker scherm"], true, x: area.left, y: dark - 8, &elements)
    elements.append(plate(Palette.dark.paper, x: area.left, y: dark, width: area.width, height: 30))
    var bottom = dark
    for index in Palette.light.series.indices {
      let x = area.left + (width + gap) * Double(index)
      let colour = Palette.light.series[index]
      let bar = BarShape.series(index, x: x, y: top, width: width, height: 38)
      let height = top + 50
      let line = PathElement(
        className: Self.fixed, steps: [.move(x, height), .line(x + width, height)], fill: .none,
        stroke: Stroke(colour, width: 2.5, dashes: SeriesStyle.dashes(index), isRound: true))
      let point = SeriesStyle.point(index, x: x + width / 2, y: height)
      elements += (bar + [.path(line), point]).map(fixed)
      _ = words(
        [colour.hex, contrast(colour, Palette.light.paper)], isWide, x: x, y: top + 76, &elements)
      let other = Palette.dark.series[index]
      elements.append(plate(other, x: x + 4, y: dark + 8, width: width - 8, height: 14))
      bottom = words(
        [other.hex, contrast(other, Palette.dark.paper)], isWide, x: x, y: dark + 46, &elements)
    }
    return bottom
  }

  private func classes(_ area: DrawingArea, top: Double, _ elements: inout [Element]) -> Double {
    let missing = area.layout == .wide ? 96.0 : 0
    let width = (area.width - (missing > 0 ? missing + 24 : 0)) / 5
    var bottom = top + 56
    for (index, colour) in ClassColours.light.enumerated() {
      let x = area.left + width * Double(index)
      elements.append(plate(colour, x: x, y: top, width: width, height: 24))
      elements.append(
        plate(ClassColours.dark[index], x: x, y: top + 26, width: width, height: 12))
      bottom = words(
        [colour.hex, ClassColours.dark[index].hex], false, x: x, y: top + 56, &elements)
    }
    let left = missing > 0 ? area.right - missing : area.left
    let y = missing > 0 ? top : bottom + 12
    elements += BarShape.missing(x: left, y: y, width: 96, height: 38)
    _ = words(["geen cijfer"], true, x: left, y: y + 56, &elements)
    return max(bottom, y + 56)
  }

  /// The sizes of text, each in its own.
  private func sizes(_ area: DrawingArea, top: Double, _ elements: inout [Element]) -> Double {
    let samples: [(String, TextStyle)] = [
      ("12 bron", .source), ("13 as", .tick), ("14 categorie", .category), ("17 waarde", .value),
      ("19 titel", .title), ("64 kern", .key),
    ]
    var (x, baseline) = (area.left, top + (area.layout == .wide ? 44 : 6))
    for (text, style) in samples {
      let width = TextMeasure.width(text, style)
      if x > area.left, x + width > area.right {
        x = area.left
        baseline += max(30, style.size)
      }
      elements.append(
        .text(TextElement(x: x, y: baseline, style: style, anchor: .start, text: text)))
      x += width + 24
    }
    return baseline
  }

  private func contrast(_ colour: Colour, _ paper: Colour) -> String {
    ValueFormat(decimals: 1).text(ColourVision.contrast(colour, paper)) + ":1"
  }

  private func plate(_ colour: Colour, x: Double, y: Double, width: Double, height: Double)
    -> Element
  {
    .rect(
      RectElement(
        className: Self.fixed, x: x, y: y, width: width, height: height, fill: .colour(colour)))
  }

  /// The same shape, which a dark screen leaves as it is.
  private func fixed(_ element: Element) -> Element {
    switch element {
    case .rect(var shape):
      shape.className = Self.fixed
      return .rect(shape)
    case .path(var shape):
      shape.className = Self.fixed
      return .path(shape)
    case .circle(var shape):
      shape.className = Self.fixed
      return .circle(shape)
    case .group, .line, .text: return element
    }
  }

  private func words(
    _ texts: [String], _ onOneLine: Bool, x: Double, y: Double, _ elements: inout [Element]
  ) -> Double {
    var column = TextColumn(x: x, baseline: y)
    column.isEmpty = true
    column.add(
      onOneLine ? [texts.joined(separator: " ")] : texts, .detail, lead: 0, step: 16)
    elements += column.elements
    return column.baseline
  }

  func description(in language: Language) -> String {
    "Kleurenblad met vijf reekskleuren en vijf klassekleuren op wit en op donker papier, een plaats "
      + "zonder cijfer en de lettergroottes 12 tot 64."
  }
}
