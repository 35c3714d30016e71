/// The rectangle a text or shape takes, to keep others out of it.
package struct Box: Sendable, Equatable {
  package var left: Double
  package var right: Double
  package var top: Double
  package var bottom: Double

  /// The room a text takes, from its highest capital to below its baseline.
  package init(_ text: TextElement) {
    let width = TextMeasure.width(text.text, text.style)
    switch text.anchor {
    case .start: left = text.x
    case .middle: left = text.x - width / 2
    case .end: left = text.x - width
    }
    right = left + width
    top = text.y - text.style.size * 0.78
    bottom = text.y + text.style.size * 0.24
  }

  /// A rectangle between two corners.
  package init(left: Double, right: Double, top: Double, bottom: Double) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// Whether two share more than an edge.
  package func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// The same, wider on every side.
  func widened(_ amount: Double) -> Box {
    Box(left: left - amount, right: right + amount, top: top - amount, bottom: bottom + amount)
  }

  /// Whether a straight piece of a line runs through it.
  func meets(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) -> Bool {
    let low = max(min(from.x, to.x), left)
    let high = min(max(from.x, to.x), right)
    guard low <= high else { return false }
    func height(_ x: Double) -> Double {
      to.x == from.x ? from.y : from.y + (to.y - from.y) * ((x - from.x) / (to.x - from.x))
    }
    let ends = from.x == to.x ? [from.y, to.y] : [height(low), height(high)]
    return min(ends[0], ends[1]) <= bottom && max(ends[0], ends[1]) >= top
  }
}

extension Element {
  /// The texts in it, in drawing order.
  var texts: [String] {
    switch self {
    case .text(let text): [text.text]
    case .group(let group): group.elements.flatMap(\.texts)
    case .rect, .line, .path, .circle: []
    }
  }

  /// The room it takes when it is a text.
  var textBox: Box? {
    guard case .text(let text) = self else { return nil }
    return Box(text)
  }
}
