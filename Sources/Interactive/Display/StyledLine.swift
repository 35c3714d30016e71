import SourceText

/// A line of text in parts that each have a style.
package struct StyledLine: Equatable, Sendable {
  /// A part in one style.
  package struct Part: Equatable, Sendable {
    package let text: String
    package let style: TerminalStyle
  }

  /// The parts from left to right.
  package private(set) var parts: [Part] = []

  /// Creates a line of one part, or an empty one.
  package init(_ text: String = "", _ style: TerminalStyle = .plain) {
    add(text, style)
  }

  /// Adds a part.
  package mutating func add(_ text: String, _ style: TerminalStyle = .plain) {
    if !text.isEmpty { parts.append(Part(text: text, style: style)) }
  }

  /// The columns it takes.
  package var width: Int { parts.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// Adds spaces up to a column.
  package mutating func pad(to column: Int) {
    add(String(repeating: " ", count: max(0, column - width)))
  }

  /// The line as text, with its colours or without.
  package func text(hasColours: Bool) -> String {
    parts.map { part in
      guard hasColours, let parameters = part.style.parameters else { return part.text }
      return "\u{1B}[\(parameters)m\(part.text)\u{1B}[0m"
    }.joined()
  }
}

extension String {
  /// The text, or as much of it as fits in these columns with a sign that it was cut.
  package func cut(to columns: Int) -> String {
    guard DisplayWidth.of(self) > columns else { return self }
    var kept = ""
    var width = 1
    for character in self {
      let next = DisplayWidth.of(character)
      guard width + next <= columns else { break }
      kept.append(character)
      width += next
    }
    return kept + "…"
  }

  /// The text in lines that fit in these columns, parted between words.
  package func wrapped(to columns: Int, gap: String = " ") -> String {
    split(separator: " ").reduce(into: [""]) { lines, word in
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if DisplayWidth.of(line) + gap.count + DisplayWidth.of(String(word)) <= columns {
        lines[lines.count - 1] += gap + word
      } else {
        lines.append(String(word))
      }
    }.joined(separator: "\n")
  }
}
