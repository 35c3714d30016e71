import SourceText

/// Footnotes and the places that refer to them: the parser leaves out a note without a reference
/// and shows a reference without a note as text, so both are faults here.
struct FootnoteCheck {
  private var references: [(label: String, range: SourceRange)] = []
  private var definitions: [(label: String, range: SourceRange)] = []

  /// Reads what begins with `[^` and gives the offset behind it.
  mutating func read(_ file: SourceFile, at start: Int, limit: Int) -> Int {
    var index = start + 2
    while index < limit, !Self.endsLabel(file.utf8[index]) { index += 1 }
    guard index < limit, file.utf8[index] == UInt8(ascii: "]"), index > start + 2 else {
      return start + 2
    }
    let range = SourceRange(start, index + 1)
    let label = file.text(SourceRange(start + 2, index)).lowercased()
    let line = file.lines.range(ofLine: file.lines.line(of: start), in: file.utf8)
    let before = file.trimmed(SourceRange(line.lower, start))
    if before.lower == before.upper, index + 1 < limit, file.utf8[index + 1] == UInt8(ascii: ":") {
      definitions.append((label, range))
    } else {
      references.append((label, range))
    }
    return index + 1
  }

  /// The faults, a reference or note each.
  func faults(in file: SourceFile) -> [Diagnostic] {
    let labels = definitions.map(\.label)
    var faults: [Diagnostic] = []
    for reference in references where !labels.contains(reference.label) {
      let nearest = Suggestion.nearest(to: reference.label, among: labels)
      faults.append(
        Diagnostic(
          .error, code: "unknown-footnote", "no footnote `\(reference.label)`", file: file,
          range: reference.range, label: nearest.map { "did you mean `[^\($0)]`?" },
          notes: ["write the note in a line `[^\(reference.label)]: …`"]))
    }
    for (index, definition) in definitions.enumerated() {
      if let earlier = definitions[..<index].first(where: { $0.label == definition.label }) {
        faults.append(
          Diagnostic(
            .error, code: "repeated-footnote", "two footnotes have the label `\(definition.label)`",
            file: file, range: definition.range,
            related: [.init(file: file, range: earlier.range, label: "here first")]))
      } else if !references.contains(where: { $0.label == definition.label }) {
        faults.append(
          Diagnostic(
            .error, code: "unused-footnote",
            "nothing refers to this footnote, so it would not show",
            file: file, range: definition.range,
            notes: ["write `\(file.text(definition.range))` in the text"]))
      }
    }
    return faults
  }

  private static func endsLabel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") || byte <= 0x20
  }
}
