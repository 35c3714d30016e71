import Wording

/// Writes one start tag: attributes in the order they are added, numbers with two decimals.
struct TagWriter {
  /// The tag so far, without its end.
  private(set) var text: String

  init(_ name: String) { text = "<" + name }

  /// Adds an attribute; nothing when the value is nil.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    text += " " + name + "=\"" + XMLText.escape(value) + "\""
  }

  /// Adds a number; nothing when it is nil.
  mutating func add(_ name: String, _ value: Double?) {
    guard let value else { return }
    text += " " + name + "=\"" + Self.number(value) + "\""
  }

  /// Adds the inside of a shape.
  mutating func add(_ fill: Fill?) {
    switch fill {
    case .none?: add("fill", "none")
    case .colour(let colour)?: add("fill", colour.hex)
    case nil: break
    }
  }

  /// Adds the outline of a shape.
  mutating func add(_ stroke: Stroke?) {
    guard let stroke else { return }
    add("stroke", stroke.colour.hex)
    add("stroke-width", stroke.width)
    if stroke.isRound { add("stroke-linejoin", "round") }
    if !stroke.dashes.isEmpty {
      add("stroke-dasharray", stroke.dashes.map(Self.number).joined(separator: " "))
    }
  }

  /// A coordinate: at most two decimals, so that no machine's last bit shows.
  static func number(_ value: Double) -> String {
    NumberStyle.plain.atMost(value.isFinite ? value : 0, decimals: 2)
  }
}
