/// The candidates laid out below the entry.
///
/// When they fit, every candidate has its own row with its detail beside it; otherwise the texts
/// fill columns, and what does not fit on the screen is counted, never printed.
package struct CompletionListing {
  /// The columns of the terminal.
  package let columns: Int
  /// The rows that the list may take.
  package let rows: Int
  /// The columns that a text takes on the terminal.
  package let width: (String) -> Int

  /// Creates a layout for a terminal.
  package init(columns: Int, rows: Int, width: @escaping (String) -> Int) {
    self.columns = max(columns, 20)
    self.rows = max(rows, 3)
    self.width = width
  }

  /// The list as lines, each ended by a newline.
  package func text(_ candidates: [Candidate]) -> String {
    candidates.count <= rows ? detailed(candidates) : packed(candidates)
  }

  private func detailed(_ candidates: [Candidate]) -> String {
    let widest = candidates.map { width($0.text) }.max() ?? 0
    let column = min(widest, columns * 2 / 3)
    return candidates.map { candidate in
      guard !candidate.detail.isEmpty else { return cut(candidate.text, to: columns - 1) + "\n" }
      let line = pad(candidate.text, to: column) + "  " + candidate.detail
      return cut(line, to: columns - 1) + "\n"
    }.joined()
  }

  private func packed(_ candidates: [Candidate]) -> String {
    let widest = candidates.map { width($0.text) }.max() ?? 0
    let column = min(widest + 2, columns - 1)
    let across = max(1, (columns - 1) / column)
    let fitting = across * (rows - 1)
    let shown = candidates.count <= across * rows ? candidates[...] : candidates.prefix(fitting)
    let down = (shown.count + across - 1) / across
    var lines = ""
    for row in 0..<down {
      // Read downwards, as a list sorted by likelihood is.
      let cells = stride(from: row, to: shown.count, by: down).map { shown[$0].text }
      var line = ""
      for cell in cells.dropLast() { line += pad(cut(cell, to: column - 2), to: column) }
      lines += line + cut(cells.last ?? "", to: column - 1) + "\n"
    }
    let hidden = candidates.count - shown.count
    return hidden > 0 ? lines + "… and \(hidden) more: type on to narrow the list\n" : lines
  }

  private func pad(_ text: String, to column: Int) -> String {
    text + String(repeating: " ", count: max(0, column - width(text)))
  }

  private func cut(_ text: String, to column: Int) -> String {
    guard width(text) > column else { return text }
    var kept = ""
    var used = 0
    for character in text {
      let next = width(String(character))
      guard used + next < column else { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }
}
