import SourceText

/// The candidates laid out below the entry.
///
/// When they fit, every candidate has its own row with its detail beside it; otherwise the texts
/// fill columns, and what does not fit on the screen is counted, never printed. What is chosen is
/// always seen.
package struct CompletionListing {
  /// A part of a line in one style.
  package typealias Part = (text: String, style: EntryStyle)

  /// The columns of the terminal.
  package let columns: Int
  /// The rows that the list may take.
  package let rows: Int

  /// Creates a layout for a terminal.
  package init(columns: Int, rows: Int) {
    self.columns = max(columns, 20)
    self.rows = max(rows, 3)
  }

  /// The list as lines.
  package func lines(_ candidates: [Candidate], chosen: Int? = nil) -> [[Part]] {
    candidates.count <= rows ? detailed(candidates, chosen) : packed(candidates, chosen)
  }

  private func detailed(_ candidates: [Candidate], _ chosen: Int?) -> [[Part]] {
    let widest = candidates.map { DisplayWidth.of($0.text) }.max() ?? 0
    let column = min(widest, columns * 2 / 3)
    return candidates.enumerated().map { index, candidate in
      let style: EntryStyle = index == chosen ? .chosen : .plain
      if candidate.detail.isEmpty { return [(cut(candidate.text, to: columns - 1), style)] }
      let text = cut(candidate.text, to: column)
      let gap = String(repeating: " ", count: column - DisplayWidth.of(text) + 2)
      let detail = cut(candidate.detail, to: max(columns - column - 3, 1))
      return [(text, style), (gap, .plain), (detail, .suggestion)]
    }
  }

  private func packed(_ candidates: [Candidate], _ chosen: Int?) -> [[Part]] {
    // Measuring thousands of texts that are never shown would be felt: a page is enough.
    let most = columns * rows
    let start = page(candidates.count, chosen, most)
    let measured = candidates[start..<min(start + most, candidates.count)]
    let widest = measured.map { DisplayWidth.of($0.text) }.max() ?? 0
    let column = min(widest + 2, columns - 1)
    let across = max(1, (columns - 1) / column)
    let fits = candidates.count <= across * rows
    let capacity = across * (fits ? rows : rows - 1)
    let first = page(candidates.count, chosen, capacity)
    let shown = Array(candidates[first..<min(first + capacity, candidates.count)])
    let down = (shown.count + across - 1) / across
    var lines = (0..<down).map { row -> [Part] in
      // Read downwards, as a list sorted by likelihood is.
      let indices = stride(from: row, to: shown.count, by: down)
      return indices.flatMap { index -> [Part] in
        let text = cut(shown[index].text, to: column - 2)
        let isLast = index + down >= shown.count
        let gap = isLast ? 0 : column - DisplayWidth.of(text)
        return [
          (text, first + index == chosen ? .chosen : .plain),
          (String(repeating: " ", count: gap), .plain),
        ]
      }
    }
    let hidden = candidates.count - shown.count
    if hidden > 0 {
      lines.append([("… and \(hidden) more: type on to narrow the list", .suggestion)])
    }
    return lines
  }

  /// The first candidate of the page that the chosen one is on.
  private func page(_ count: Int, _ chosen: Int?, _ size: Int) -> Int {
    guard let chosen, size > 0 else { return 0 }
    return chosen / size * size
  }

  /// The text, or as much of it as fits with a sign that it was cut.
  private func cut(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    var kept = ""
    var width = 1
    for character in text {
      let next = DisplayWidth.of(character)
      guard width + next <= columns else { break }
      kept.append(character)
      width += next
    }
    return kept + "…"
  }
}
