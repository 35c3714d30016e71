/// Draws a diagnostic as plain text: the only place that underlines.
package struct DiagnosticRenderer: Sendable {
  /// Longest piece of a source line shown; a longer line is cut around the fault.
  private static let widest = 100
  /// Longest word and longest sentence shown: names and texts of a script can be of any length.
  private static let longestWord = 200
  private static let longestSentence = 2000

  /// Makes a renderer.
  package init() {}

  /// The message, the line with the place underlined, the notes and the code, ending in a newline.
  package func text(of diagnostic: Diagnostic) -> String {
    var lines = ["\(diagnostic.severity.rawValue): \(sentence(diagnostic.message))"]
    let gutter = gutterWidth(of: diagnostic)
    let blank = String(repeating: " ", count: gutter)
    let label = diagnostic.label.map(sentence)
    if let file = diagnostic.file, let range = diagnostic.range {
      lines += place(file, range, label: label, gutter: gutter)
    } else if let label {
      lines.append("\(blank) | \(label)")
    }
    for related in diagnostic.related {
      lines += place(related.file, related.range, label: sentence(related.label), gutter: gutter)
    }
    lines += diagnostic.notes.map { "\(blank) | \(sentence($0))" }
    lines.append("\(blank) = code \(diagnostic.code)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    var largest = 0
    if let file = diagnostic.file, let range = diagnostic.range {
      largest = file.lines.line(of: range.lower) + 1
    }
    for related in diagnostic.related {
      largest = max(largest, related.file.lines.line(of: related.range.lower) + 1)
    }
    return max(3, String(largest).count + 2)
  }

  private func place(_ file: SourceFile, _ range: SourceRange, label: String?, gutter: Int)
    -> [String]
  {
    let line = file.lines.line(of: range.lower)
    let bounds = file.lines.range(ofLine: line, in: file.utf8)
    let window = visible(bounds, around: range, in: file.utf8)
    let lower = min(max(range.lower, window.lower), window.upper)
    let upper = min(max(range.upper, lower), window.upper)
    let before = shown(file.text(SourceRange(window.lower, lower)))
    let marked = shown(file.text(SourceRange(lower, upper)))
    let after = shown(file.text(SourceRange(upper, window.upper)))
    let head = window.lower > bounds.lower ? "…" : ""
    let tail = window.upper < bounds.upper ? "…" : ""
    let number = String(line + 1)
    let padding = String(repeating: " ", count: max(0, gutter - number.count))
    let blank = String(repeating: " ", count: gutter)
    let indent = String(repeating: " ", count: DisplayWidth.of(head + before))
    let carets = String(repeating: "^", count: max(1, DisplayWidth.of(marked)))
    var lines: [String] = []
    if file.isNamed {
      let column = shown(file.text(SourceRange(bounds.lower, range.lower))).count + 1
      lines.append("\(blank.dropLast())at \(shown(file.name)):\(line + 1):\(column)")
    }
    lines.append("\(padding)\(number) | \(head)\(before)\(marked)\(after)\(tail)")
    lines.append("\(blank) | \(indent)\(carets)\(label.map { " " + $0 } ?? "")")
    return lines
  }

  /// The part of a line to show: all of it, or a window of about 100 bytes around the fault.
  private func visible(_ line: SourceRange, around range: SourceRange, in utf8: [UInt8])
    -> SourceRange
  {
    guard line.upper - line.lower > Self.widest else { return line }
    // A fault near the end shows as much of the line as one near the start.
    let latest = line.upper - Self.widest
    var lower = min(max(line.lower, range.lower - Self.widest / 2), latest)
    var upper = lower + Self.widest
    while lower > line.lower, utf8[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < line.upper, utf8[upper] & 0xC0 == 0x80 { upper += 1 }
    return SourceRange(lower, upper)
  }

  /// A message with what is too long to read cut; the quote or bracket that ends a word stays.
  private func sentence(_ text: String) -> String {
    let text = shown(text)
    guard text.utf8.count > Self.longestWord else { return text }
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.count > Self.longestWord else { return String(word) }
      let tail = word.suffix(2).drop { $0.isLetter || $0.isNumber }
      return word.prefix(Self.longestWord / 2) + "…" + tail
    }
    let whole = words.joined(separator: " ")
    guard whole.count > Self.longestSentence else { return whole }
    return whole.prefix(Self.longestSentence) + "…"
  }

  /// What would move the underlining or command the terminal, as one space: tabs, control
  /// characters, line breaks and marks that turn the direction. A byte order mark is left out.
  private func shown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
