import Graphics
import SourceText

/// Lines, surfaces and texts in dots.
extension BrailleCanvas {
  typealias Point = (x: Double, y: Double)

  /// The dots of a cell by column and row, as Unicode numbers them.
  private static let dot: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// Steps of a path as the lines they draw, and whether any of them is closed.
  static func lines(_ steps: [PathElement.Step]) -> (lines: [[Point]], isClosed: Bool) {
    var lines: [[Point]] = []
    var isClosed = false
    for step in steps {
      switch step {
      case .move(let x, let y): lines.append([(x, y)])
      case .line(let x, let y):
        if lines.isEmpty { lines.append([]) }
        lines[lines.count - 1].append((x, y))
      case .close:
        isClosed = true
        if let last = lines.indices.last, let first = lines[last].first {
          lines[last].append(first)
        }
      }
    }
    return (lines, isClosed)
  }

  /// A surface with its outline.
  mutating func shape(_ lines: [[Point]], _ fill: Fill?, _ stroke: Stroke?, isClosed: Bool) {
    if case .colour(let colour)? = fill, colour != Palette.light.paper {
      self.fill(lines, colour)
    }
    guard let stroke else { return }
    for line in lines {
      let ends = isClosed ? line.first.map { [$0] } ?? [] : []
      self.stroke(line + ends, style(stroke.colour))
    }
  }

  /// A line through points.
  mutating func stroke(_ points: [Point], _ style: TerminalStyle) {
    for (from, to) in zip(points, points.dropFirst()) {
      let start = place(from)
      let end = place(to)
      let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
      // A line that leaves the drawing by far is no line of it.
      guard steps < 10 * (columns * 2 + rows * 4) else { continue }
      for step in 0...steps {
        set(
          start.x + (end.x - start.x) * step / steps, start.y + (end.y - start.y) * step / steps,
          style)
      }
    }
  }

  /// The inside of lines, where a ray crosses an odd number of them.
  private mutating func fill(_ lines: [[Point]], _ colour: Colour) {
    let style = style(colour)
    let density = density(colour)
    for y in 0..<(rows * 4) {
      let height = (Double(y) + 0.5) * Self.cellHeight / 4
      var crossings: [Double] = []
      for line in lines {
        for (from, to) in zip(line, line.dropFirst() + line.prefix(1))
        where (from.y <= height) != (to.y <= height) {
          crossings.append(from.x + (height - from.y) / (to.y - from.y) * (to.x - from.x))
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let scale = 2 / Self.cellWidth
        let first = max(0, Int((max(crossings[pair], 0) * scale).rounded()))
        let last = min(columns * 2, Int(min(crossings[pair + 1] * scale, 1e6).rounded()))
        // Shades as printers make them: some of every four dots.
        for x in first..<max(first, last) where (x % 2) + 2 * ((x + y) % 2) < density {
          set(x, y, style)
        }
      }
    }
  }

  private func place(_ point: Point) -> (x: Int, y: Int) {
    func bounded(_ value: Double) -> Int { Int(min(max(value, -1e5), 1e5).rounded(.down)) }
    return (bounded(point.x * 2 / Self.cellWidth), bounded(point.y * 4 / Self.cellHeight))
  }

  private mutating func set(_ x: Int, _ y: Int, _ style: TerminalStyle) {
    guard x >= 0, y >= 0, x < columns * 2, y < rows * 4 else { return }
    let index = y / 4 * columns + x / 2
    dots[index] |= Self.dot[x % 2][y % 4]
    // What is soft, such as a grid, never takes the colour from data.
    if style != .soft || styles[index] == .plain { styles[index] = style }
  }

  /// A text with its letters in cells, where the drawing has it; it hides dots.
  mutating func write(_ text: TextElement) {
    let width = DisplayWidth.of(text.text)
    let start = Int((text.x / Self.cellWidth).rounded())
    let column: Int
    switch text.anchor {
    case .start: column = start
    case .middle: column = start - width / 2
    case .end: column = start - width
    }
    let row = Int((text.y - text.style.size * 0.35) / Self.cellHeight)
    guard (0..<rows).contains(row) else { return }
    let isStrong = text.style.weight == .bold
    let style: TerminalStyle = isStrong ? .strong : style(text.style.colour)
    var at = free(max(0, min(column, columns - width)), width, in: row)
    for character in text.text {
      let cells = DisplayWidth.of(character)
      guard cells > 0, at + cells <= columns else { continue }
      letters[row * columns + at] = character
      styles[row * columns + at] = style
      at += cells
    }
  }

  /// The first column from one on where a text hides no other, when it fits in the row there.
  private func free(_ column: Int, _ width: Int, in row: Int) -> Int {
    let cells = letters[(row * columns)..<((row + 1) * columns)].map { $0 != nil && $0 != " " }
    // A space apart from what stands in front, when there is room for that.
    for gap in [1, 0] {
      for start in column...max(column, columns - width) {
        let places = max(0, start - gap)..<min(columns, start + width)
        if !cells[places].contains(true) { return start }
      }
    }
    return column
  }

  /// The style that stands for a colour of the palette.
  func style(_ colour: Colour) -> TerminalStyle {
    if let series = Palette.light.series.firstIndex(of: colour) { return .series(series) }
    return colour == Palette.light.ink ? .plain : .soft
  }

  /// How many of every four dots a surface has: the darker, the more.
  private func density(_ colour: Colour) -> Int {
    if Palette.light.series.contains(colour) { return 4 }
    // Weights of ITU-R BT.601, in thousandths.
    let red = Int(colour.rgb >> 16) * 299
    let green = Int(colour.rgb >> 8 & 0xFF) * 587
    let blue = Int(colour.rgb & 0xFF) * 114
    return 4 - min(4, (red + green + blue) / 1000 * 5 / 256)
  }
}
