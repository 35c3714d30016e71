/// Lines of text below each other.
struct TextColumn {
  /// The place of every line.
  let x: Double
  /// Which side of the lines stands at `x`.
  var anchor = TextElement.Anchor.start
  /// The baseline of the last line, or of the first to come when there is none yet.
  private(set) var baseline: Double
  /// Whether the next line is the first, which stands on `baseline` itself.
  var isEmpty = false
  /// The lines so far.
  private(set) var elements: [Element] = []

  /// A column whose next line stands `lead` below `baseline`.
  init(x: Double, anchor: TextElement.Anchor = .start, baseline: Double) {
    self.x = x
    self.anchor = anchor
    self.baseline = baseline
  }

  /// Adds lines: the first `lead` below the line before, the others `step` below each other.
  mutating func add(_ lines: [String], _ style: TextStyle, lead: Double, step: Double) {
    for (index, line) in lines.enumerated() {
      if isEmpty {
        isEmpty = false
      } else {
        baseline += index == 0 ? lead : step
      }
      elements.append(
        .text(TextElement(x: x, y: baseline, style: style, anchor: anchor, text: line)))
    }
  }
}
