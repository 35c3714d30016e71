import Wording

/// Writes a scene as SVG text that every renderer draws alike.
///
/// Only `svg g rect line path circle text title desc metadata`, presentation attributes, absolute
/// path commands, colours `#rrggbb`, two decimals. No style attribute, clip path, pattern, filter,
/// marker or `use`, which renderers treat differently or which need ids of their own.
package struct SVGWriter {
  private let scene: Scene
  private var text = ""

  private init(_ scene: Scene) { self.scene = scene }

  /// The text of a scene; `isFile` adds the XML declaration a separate file starts with.
  package static func write(_ scene: Scene, isFile: Bool) -> String {
    var writer = SVGWriter(scene)
    if isFile { writer.text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" }
    writer.writeRoot()
    for element in scene.elements { writer.write(element, indent: "  ") }
    writer.text += "</svg>\n"
    return writer.text
  }

  private mutating func writeRoot() {
    let width = TagWriter.number(scene.width)
    let height = TagWriter.number(scene.height)
    var tag = TagWriter("svg")
    tag.add("xmlns", "http://www.w3.org/2000/svg")
    tag.add("id", scene.id)
    tag.add("class", scene.className)
    tag.add("viewBox", "0 0 \(width) \(height)")
    tag.add("width", width)
    tag.add("height", height)
    tag.add("role", "img")
    tag.add("lang", scene.language.tag)
    tag.add("aria-labelledby", "\(scene.id)-titel \(scene.id)-tekst")
    tag.add("font-family", Theme.fontFamily)
    text += tag.text + ">\n"
    writeText("title", id: "titel", scene.title)
    writeText("desc", id: "tekst", scene.description)
    text += "  " + SVGMetadata.text(scene) + "\n"
  }

  private mutating func writeText(_ name: String, id: String, _ content: String) {
    var tag = TagWriter(name)
    tag.add("id", "\(scene.id)-\(id)")
    text += "  " + tag.text + ">" + XMLText.escape(content) + "</\(name)>\n"
  }

  private mutating func write(_ element: Element, indent: String) {
    switch element {
    case .group(let group):
      let tag = tag("g", part: group.part, group.className)
      text += indent + tag.text + ">\n"
      for child in group.elements { write(child, indent: indent + "  ") }
      text += indent + "</g>\n"
    case .text(let label):
      text += indent + start(label).text + ">" + XMLText.escape(label.text) + "</text>\n"
    case .rect(let rect): text += indent + start(rect).text + "/>\n"
    case .line(let line): text += indent + start(line).text + "/>\n"
    case .path(let path): text += indent + start(path).text + "/>\n"
    case .circle(let circle): text += indent + start(circle).text + "/>\n"
    }
  }

  private func tag(_ name: String, part: String?, _ className: String) -> TagWriter {
    var tag = TagWriter(name)
    tag.add("id", part.map { "\(scene.id)-\($0)" })
    tag.add("class", className)
    return tag
  }

  private func start(_ rect: RectElement) -> TagWriter {
    var tag = tag("rect", part: rect.part, rect.className)
    tag.add("x", rect.x)
    tag.add("y", rect.y)
    tag.add("width", rect.width)
    tag.add("height", rect.height)
    tag.add(rect.fill)
    tag.add(rect.stroke)
    return tag
  }

  private func start(_ line: LineElement) -> TagWriter {
    var tag = tag("line", part: nil, line.className)
    tag.add("x1", line.x1)
    tag.add("y1", line.y1)
    tag.add("x2", line.x2)
    tag.add("y2", line.y2)
    tag.add(line.stroke)
    return tag
  }

  private func start(_ path: PathElement) -> TagWriter {
    var tag = tag("path", part: path.part, path.className)
    tag.add("d", path.steps.map(Self.text).joined())
    tag.add(path.fill)
    tag.add(path.stroke)
    return tag
  }

  private func start(_ circle: CircleElement) -> TagWriter {
    var tag = tag("circle", part: nil, circle.className)
    tag.add("cx", circle.x)
    tag.add("cy", circle.y)
    tag.add("r", circle.radius)
    tag.add(circle.fill)
    tag.add(circle.stroke)
    return tag
  }

  private func start(_ label: TextElement) -> TagWriter {
    var tag = tag("text", part: nil, label.style.className)
    tag.add("x", label.x)
    tag.add("y", label.y)
    tag.add("font-size", label.style.size)
    if label.style.weight != .regular {
      tag.add("font-weight", String(label.style.weight.rawValue))
    }
    if label.anchor != .start { tag.add("text-anchor", label.anchor.rawValue) }
    tag.add(.colour(label.style.colour))
    return tag
  }

  private static func text(_ step: PathElement.Step) -> String {
    switch step {
    case .move(let x, let y): "M\(TagWriter.number(x)) \(TagWriter.number(y))"
    case .line(let x, let y): "L\(TagWriter.number(x)) \(TagWriter.number(y))"
    case .close: "Z"
    }
  }
}
