import Wording

/// Places where no series has a value: hatched at the axis, with the reason above when it fits.
struct MissingStretches {
  /// The hatched places.
  private(set) var shapes: [Element] = []
  /// Their reasons.
  private(set) var texts: [TextElement] = []
  /// What has no value and no words in the drawing: "2016 (onbekend)".
  private(set) var unnamed: [String] = []

  /// The stretches of a plan.
  init(_ plan: LinePlan) {
    let lines = plan.lines
    let phrases = plan.area.language.phrases
    var place = 0
    while place < lines.places.count {
      guard let reason = Self.sharedReason(lines, place, phrases) else {
        for series in lines.series.indices where lines.value(series, place) == nil {
          let reason = lines.point(series, place).datum.reason(phrases)
          let name = [lines.series[series].name, lines.places[place].label]
            .filter { !$0.isEmpty }.joined(separator: " ")
          unnamed.append("\(name) (\(reason))")
        }
        place += 1
        continue
      }
      var end = place
      while end + 1 < lines.places.count,
        Self.sharedReason(lines, end + 1, phrases) == reason
      {
        end += 1
      }
      add(place...end, reason, plan)
      place = end + 1
    }
  }

  /// The reason all series share at a place where none has a value; several are written in a row.
  static func sharedReason(_ lines: Lines, _ place: Int, _ phrases: Phrases) -> String? {
    var reasons: [String] = []
    for series in lines.series.indices {
      let datum = lines.point(series, place).datum
      guard datum.value == nil else { return nil }
      let reason = datum.reason(phrases)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return reasons.joined(separator: ", ")
  }

  private mutating func add(_ range: ClosedRange<Int>, _ reason: String, _ plan: LinePlan) {
    let half = min(plan.step * 0.31, 32)
    let left = max(plan.xs[range.lowerBound] - half, plan.axis.left)
    let right = min(plan.xs[range.upperBound] + half, max(plan.axis.right, left + 8))
    let base = plan.scale.low <= 0 ? plan.y(0) : plan.bottom
    let goesUp = base - plan.top >= plan.bottom - base
    let height = min(plan.area.layout == .wide ? 56.0 : 40, (plan.bottom - plan.top) / 2.5)
    let top = goesUp ? base - height : base
    shapes += BarShape.missing(x: left, y: top, width: right - left, height: height)
    // Words may be wider than their place where nothing stands beside them.
    let room = max(right - left + (plan.step - 2 * half) - 8, 96)
    let middle = (left + right) / 2
    let lines =
      plan.lines.panel == nil
      ? LineBreaking.unbroken(reason, width: room, limit: 3, .missing) : nil
    if let lines {
      let found = lines.enumerated().map { index, line in
        TextElement(
          x: middle,
          y: goesUp
            ? top - 9 - 16 * Double(lines.count - 1 - index)
            : top + height + 18 + 16 * Double(index),
          style: .missing, anchor: .middle, text: line)
      }
      let boxes = found.map { Box($0).widened(2) }
      let isInside = boxes.allSatisfy {
        $0.left >= plan.axis.left && $0.right <= plan.axis.right && $0.top >= plan.area.top + 4
          && $0.bottom <= plan.bottom
      }
      let isFree = !boxes.contains { box in
        plan.pieces.contains { box.meets($0.from, $0.to) }
          || texts.contains { Box($0).overlaps(box) }
      }
      if isInside, isFree {
        texts += found
        return
      }
    }
    let names = plan.lines.places
    let name =
      range.count == 1
      ? names[range.lowerBound].label
      : "\(names[range.lowerBound].label)–\(names[range.upperBound].label)"
    unnamed.append("\(name) (\(reason))")
  }
}
