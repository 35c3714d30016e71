import Wording

/// The names behind the numbers of a dot map.
struct DotList {
  private let map: DotMap
  private let left: Double
  private let right: Double
  private let language: Language

  init(_ map: DotMap, left: Double, right: Double, language: Language) {
    self.map = map
    self.left = left
    self.right = right
    self.language = language
  }

  /// The list in one column; nil when it does not end above `limit`.
  func column(top: Double, limit: Double) -> Drawing? {
    let list = columns(top: top, count: 1)
    return list.bottom <= limit ? list : nil
  }

  /// The list in columns, numbered downwards, with the remarks below.
  func columns(top: Double, count: Int) -> Drawing {
    var elements: [Element] = []
    var y = top
    if !map.places.isEmpty {
      elements += heading(&y)
      let gap = 24.0
      let width = (right - left - gap * Double(count - 1)) / Double(count)
      let rows = (map.places.count + count - 1) / count
      let start = y
      for column in 0..<count {
        var at = start
        let x = left + Double(column) * (width + gap)
        for index
          in (column * rows)..<max(min((column + 1) * rows, map.places.count), column * rows)
        {
          elements += row(index, x: x, width: width, &at)
        }
        y = max(y, at)
      }
    }
    if map.land.isEmpty, !map.others.isEmpty { elements += others(&y) }
    for remark in map.remarks {
      var column = TextColumn(x: left, baseline: y + 14)
      column.isEmpty = true
      column.add(
        LineBreaking.lines(remark, width: right - left, .detail), .detail, lead: 0, step: 16)
      elements += column.elements
      y = column.baseline + 8
    }
    return Drawing(
      elements: [.group(GroupElement(part: "lijst", className: "legend", elements: elements))],
      bottom: y)
  }

  /// What the places are, with a rule below it.
  private func heading(_ y: inout Double) -> [Element] {
    let word = map.noun.many
    let text = word.prefix(1).uppercased() + word.dropFirst()
    let rule = LineElement(
      className: "rule", x1: left, y1: y + 20, x2: right, y2: y + 20,
      stroke: Stroke(Palette.light.rule, width: 1))
    let heading = TextElement(
      x: left, y: y + 12, style: .legendHeading, anchor: .start, text: text)
    y += 28
    return [.text(heading), .line(rule)]
  }

  private func row(_ index: Int, x: Double, width: Double, _ y: inout Double) -> [Element] {
    let place = map.places[index]
    var elements = DotDrawing.dot(
      index + 1, x: x + Self.radius, y: y + 13, radius: Self.radius, isEdged: false)
    var column = TextColumn(x: x + Self.indent, baseline: y + 18)
    column.isEmpty = true
    let room = width - Self.indent
    column.add(LineBreaking.lines(place.name, width: room, .place), .place, lead: 0, step: 18)
    column.add(LineBreaking.lines(place.detail, width: room, .detail), .detail, lead: 16, step: 15)
    elements += column.elements
    y = column.baseline + 11
    return elements
  }

  /// What the small grey dots are.
  private func others(_ y: inout Double) -> [Element] {
    let count = map.format(map.others.count, language)
    let words = "\(language.mapPhrases.other) \(map.noun.many) (\(count))"
    let dot = CircleElement(
      className: "other", x: left + Self.radius, y: y + 11, radius: 2.2,
      fill: .colour(ClassColours.other))
    let text = TextElement(
      x: left + Self.indent, y: y + 15, style: .detail, anchor: .start, text: words)
    y += 24
    return [.circle(dot), .text(text)]
  }

  private static let radius: Double = 11
  private static let indent: Double = 32
}

extension DotMap {
  /// A count in the style of a language.
  fileprivate func format(_ count: Int, _ language: Language) -> String {
    language.numberStyle.integer(Int64(count))
  }
}
