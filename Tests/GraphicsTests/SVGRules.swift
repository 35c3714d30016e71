import Graphics
import Testing

/// What every figure must hold, whatever its data and texts.
enum SVGRules {
  static let attributes: [String: Set<String>] = [
    "svg": [
      "xmlns", "id", "class", "viewBox", "width", "height", "role", "lang", "aria-labelledby",
      "font-family",
    ],
    "title": ["id"], "desc": ["id"], "metadata": [],
    "g": ["id", "class"],
    "rect": [
      "id", "class", "x", "y", "width", "height", "fill", "stroke", "stroke-width",
      "stroke-dasharray",
    ],
    "line": ["class", "x1", "y1", "x2", "y2", "stroke", "stroke-width", "stroke-dasharray"],
    "path": [
      "id", "class", "d", "fill", "stroke", "stroke-width", "stroke-linejoin", "stroke-dasharray",
    ],
    "circle": ["class", "cx", "cy", "r", "fill", "stroke", "stroke-width"],
    "text": ["class", "x", "y", "font-size", "font-weight", "text-anchor", "fill"],
  ]
  static let words: Set<String> = [
    "id", "class", "xmlns", "role", "lang", "aria-labelledby", "font-family", "fill", "stroke",
    "text-anchor", "stroke-linejoin",
  ]

  /// The first broken rule; nil when all hold.
  static func problem(_ text: String, id: String, width: Double) throws -> String? {
    let root = try XMLReader.read(text)
    guard root.name == "svg", root["id"] == id, root["role"] == "img" else { return "root" }
    guard root["aria-labelledby"] == "\(id)-titel \(id)-tekst" else { return "labels" }
    guard let height = root["height"].flatMap(Double.init) else { return "height" }
    var ids: Set<String> = []
    for node in root.all where !node.name.contains(":") {
      guard let allowed = attributes[node.name] else { return "element \(node.name)" }
      for (name, value) in node.attributes {
        guard allowed.contains(name) else { return "\(name) on \(node.name)" }
        if name == "id" {
          guard ids.insert(value).inserted else { return "\(value) twice" }
          guard value == id || value.hasPrefix(id + "-") else { return "id \(value)" }
        }
        if name == "fill" || name == "stroke" {
          let isColour = value.utf8.count == 7 && value.hasPrefix("#")
          guard isColour || value == "none" else { return "colour \(value)" }
        }
        if !words.contains(name), let bad = badNumber(value) { return "\(name) \(bad)" }
      }
      if let outside = outside(node, width: width, height: height) { return outside }
    }
    return overlap(root) ?? textOnBar(root)
  }

  /// A text over a bar or over a place without a value.
  private static func textOnBar(_ root: XMLNode) -> String? {
    let bars = root.all.filter { $0.name == "rect" && $0["id"]?.contains("-staaf-") == true }
    for text in root.all {
      guard let box = box(text) else { continue }
      for bar in bars {
        guard let x = bar["x"].flatMap(Double.init), let y = bar["y"].flatMap(Double.init),
          let width = bar["width"].flatMap(Double.init),
          let height = bar["height"].flatMap(Double.init)
        else { return "bar without a place" }
        if box.left + 0.5 < x + width, x + 0.5 < box.right, box.top + 0.5 < y + height,
          y + 0.5 < box.bottom
        {
          return "on a bar: \(text.text.prefix(30))"
        }
      }
    }
    return nil
  }

  /// A number that has more than two decimals or is no plain number.
  private static func badNumber(_ text: String) -> String? {
    text.split { " MLZ".contains($0) }.map(String.init).first { number in
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      return Double(number) == nil || number.contains("e") || number == "-0"
        || parts.count == 2 && parts[1].utf8.count > 2
    }
  }

  /// Where a text stands: left, right, top, bottom.
  static func box(_ node: XMLNode) -> (left: Double, right: Double, top: Double, bottom: Double)? {
    guard node.name == "text", let x = node["x"].flatMap(Double.init),
      let y = node["y"].flatMap(Double.init), let size = node["font-size"].flatMap(Double.init),
      let weight = FontWeight(rawValue: Int(node["font-weight"] ?? "400") ?? 0)
    else { return nil }
    let width = TextMeasure.width(node.text, size: size, weight: weight)
    let left: Double
    switch node["text-anchor"] {
    case "middle": left = x - width / 2
    case "end": left = x - width
    default: left = x
    }
    return (left, left + width, y - size * 0.72, y + size * 0.2)
  }

  private static func outside(_ node: XMLNode, width: Double, height: Double) -> String? {
    if node.name == "text" {
      guard let box = box(node) else { return "text without a place" }
      let isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height
      return isInside ? nil : "outside: \(node.text.prefix(30)) \(box)"
    }
    guard node.name == "rect", let x = node["x"].flatMap(Double.init),
      let y = node["y"].flatMap(Double.init), let across = node["width"].flatMap(Double.init),
      let down = node["height"].flatMap(Double.init)
    else { return node.name == "rect" ? "rect without a place" : nil }
    let isInside =
      across >= 0 && down >= 0 && x >= 0 && y >= 0 && x + across <= width + 0.01
      && y + down <= height + 0.01
    return isInside ? nil : "rect outside: \(node.attributes)"
  }

  /// Two texts over each other.
  private static func overlap(_ root: XMLNode) -> String? {
    let texts = root.all.compactMap { node in box(node).map { (node.text, $0) } }
    for (index, first) in texts.enumerated() {
      for second in texts[(index + 1)...] {
        let (one, other) = (first.1, second.1)
        if one.left + 0.5 < other.right, other.left + 0.5 < one.right, one.top + 0.5 < other.bottom,
          other.top + 0.5 < one.bottom
        {
          return "overlap: \(first.0.prefix(30)) | \(second.0.prefix(30))"
        }
      }
    }
    return nil
  }
}
