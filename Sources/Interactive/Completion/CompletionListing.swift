import SourceText

/// The candidates laid out below the entry.
///
/// When they fit, every candidate has its own row with its detail beside it; otherwise the texts
/// fill columns, and what does not fit on the screen is counted, never printed. What is chosen is
/// always seen.
package struct CompletionListing {
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
  package func lines(_ candidates: [Candidate], chosen: Int? = nil) -> [StyledLine] {
    candidates.count <= rows ? detailed(candidates, chosen) : packed(candidates, chosen)
  }

  private func detailed(_ candidates: [Candidate], _ chosen: Int?) -> [StyledLine] {
    let widest = candidates.map { DisplayWidth.of($0.text) }.max() ?? 0
    let column = min(widest, columns * 2 / 3)
    return candidates.enumerated().map { index, candidate in
      let style: TerminalStyle = index == chosen ? .chosen : .plain
      if candidate.detail.isEmpty {
        return StyledLine(candidate.text.cut(to: columns - 1), style)
      }
      var line = StyledLine(candidate.text.cut(to: column), style)
      line.pad(to: column + 2)
      line.add(candidate.detail.cut(to: max(columns - column - 3, 1)), .soft)
      return line
    }
  }

  private func packed(_ candidates: [Candidate], _ chosen: Int?) -> [StyledLine] {
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
    var lines = (0..<down).map { row in
      // Read downwards, as a list sorted by likelihood is.
      var line = StyledLine()
      for (place, index) in stride(from: row, to: shown.count, by: down).enumerated() {
        line.pad(to: place * column)
        let style: TerminalStyle = first + index == chosen ? .chosen : .plain
        line.add(shown[index].text.cut(to: column - 2), style)
      }
      return line
    }
    let hidden = candidates.count - shown.count
    if hidden > 0 {
      lines.append(StyledLine("… and \(hidden) more: type on to narrow the list", .soft))
    }
    return lines
  }

  /// The first candidate of the page that the chosen one is on.
  private func page(_ count: Int, _ chosen: Int?, _ size: Int) -> Int {
    guard let chosen, size > 0 else { return 0 }
    return chosen / size * size
  }
}
