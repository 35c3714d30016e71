import SourceText

/// The candidates laid out below the entry.
///
/// When they fit, every candidate has its own row with its detail beside it. Otherwise functions
/// fill columns below what stands in front of them, and when that is not enough all candidates do;
/// the detail of the chosen one is then told below. What does not fit on the screen is counted,
/// never printed. What is chosen is always seen.
package struct CompletionListing {
  /// The columns of the terminal.
  package let columns: Int
  /// The rows that the list may take.
  package let rows: Int

  /// The widest detail that stands beside a candidate in columns: a number of rows.
  private static let shortDetail = 10

  /// Creates a layout for a terminal.
  package init(columns: Int, rows: Int) {
    self.columns = max(columns, 20)
    self.rows = max(rows, 3)
  }

  /// The list as lines, what is good to know above it.
  package func lines(
    _ candidates: [Candidate], chosen: Int? = nil, remark: String? = nil
  ) -> [StyledLine] {
    let heading = remark.map { [StyledLine($0.cut(to: columns - 1), .soft)] } ?? []
    let room = rows - heading.count
    if candidates.count <= room { return heading + detailed(candidates, chosen) }
    let calls = candidates.firstIndex { $0.text.hasSuffix("(") } ?? candidates.count
    let isMixed = calls > 0 && calls < candidates.count && calls <= room / 2
    let split = isMixed ? calls : 0
    let head = Array(candidates[..<split])
    let isInHead = chosen.map { $0 < split } ?? false
    let tail = packed(
      Array(candidates[split...]), isInHead ? nil : chosen.map { $0 - split },
      rows: room - head.count)
    return heading + detailed(head, isInHead ? chosen : nil) + tail
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

  private func packed(_ candidates: [Candidate], _ chosen: Int?, rows: Int) -> [StyledLine] {
    let rows = max(rows, 2)
    // Measuring thousands of texts that are never shown would be felt: a page is enough.
    let most = columns * rows
    let start = page(candidates.count, chosen, most)
    let measured = candidates[start..<min(start + most, candidates.count)]
    let widest = measured.map { DisplayWidth.of($0.text) }.max() ?? 0
    let widestDetail = measured.map { DisplayWidth.of($0.detail) }.max() ?? 0
    let detail = widestDetail <= Self.shortDetail ? widestDetail : 0
    let text = min(widest, columns - 3 - (detail > 0 ? detail + 1 : 0))
    let column = text + (detail > 0 ? detail + 1 : 0) + 2
    let across = max(1, (columns - 1) / column)
    // Details that stand beside nothing are told in the last row, one at a time.
    let fits = candidates.count <= across * (detail == widestDetail ? rows : rows - 1)
    let capacity = across * (fits && detail == widestDetail ? rows : rows - 1)
    let first = page(candidates.count, chosen, capacity)
    let shown = Array(candidates[first..<min(first + capacity, candidates.count)])
    let down = (shown.count + across - 1) / across
    var lines = (0..<down).map { row in
      // Read downwards, as a list sorted by likelihood is.
      var line = StyledLine()
      for (place, index) in stride(from: row, to: shown.count, by: down).enumerated() {
        line.pad(to: place * column)
        let style: TerminalStyle = first + index == chosen ? .chosen : .plain
        line.add(shown[index].text.cut(to: text), style)
        guard detail > 0 else { continue }
        line.pad(to: place * column + text + 1 + detail - DisplayWidth.of(shown[index].detail))
        line.add(shown[index].detail, .soft)
      }
      return line
    }
    let hidden = candidates.count - shown.count
    let more = hidden > 0 ? "… and \(hidden) more: type on" : ""
    let told = detail == widestDetail ? "" : chosen.map { candidates[$0].detail } ?? ""
    if hidden > 0 || !told.isEmpty {
      lines.append(StyledLine((told.isEmpty ? more : told).cut(to: columns - 1), .soft))
    }
    return lines
  }

  /// The first candidate of the page that the chosen one is on.
  private func page(_ count: Int, _ chosen: Int?, _ size: Int) -> Int {
    guard let chosen, size > 0 else { return 0 }
    return chosen / size * size
  }
}
