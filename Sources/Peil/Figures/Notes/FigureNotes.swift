import Columnar
import Graphics
import Planning
import Wording

/// What a reader of a figure should know that its drawing does not say: values that rest on part
/// of their rows, comparisons across a break, provisional values.
struct FigureNotes {
  let rows: FigureRows

  /// The remarks in one text; nil when there is nothing to say.
  var text: String? {
    let sentences = [partial, breaks, provisional].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// "Deels bekend: Utrecht (9 van 10)."
  private var partial: String? {
    guard let column = rows.table.column(rows.spec.value), let coverage = column.coverage,
      coverage.hasPartial
    else { return nil }
    let of = pick("van", "of")
    let names = (0..<rows.count).filter {
      coverage.isPartial(at: $0) && column.reason(at: $0) == nil
    }
    return sentence(pick("Deels bekend", "Partly known"), names) { row in
      " (\(coverage.known[row]) \(of) \(coverage.all[row]))"
    }
  }

  /// "Niet vergelijkbaar met eerder: 2023."
  private var breaks: String? {
    let names = (0..<rows.count).filter(rows.isBreak)
    return sentence(pick("Niet vergelijkbaar met eerder", "Not comparable with earlier"), names)
  }

  /// Lines draw it: elsewhere it is said.
  private var provisional: String? {
    guard !["line", "area", "slope", "small"].contains(rows.spec.mark) else { return nil }
    let names = (0..<rows.count).filter { rows.isProvisional($0) && rows.value($0).value != nil }
    return sentence(pick("Voorlopig", "Provisional"), names)
  }

  /// The names of rows behind a word, the first twelve of them; nil for none.
  private func sentence(_ word: String, _ found: [Int], more: (Int) -> String = { _ in "" })
    -> String?
  {
    guard !found.isEmpty else { return nil }
    var names: [String] = []
    for row in found {
      let name = name(row) + more(row)
      if !names.contains(name) { names.append(name) }
      if names.count > 12 { break }
    }
    let isCut = names.count > 12
    let list = names.prefix(12).filter { !$0.isEmpty }.joined(separator: ", ")
    let rest = isCut ? pick(" en andere", " and others") : ""
    return list.isEmpty ? "\(word)." : "\(word): \(list)\(rest)."
  }

  /// What a row is drawn as: its facet, category, period and series.
  private func name(_ row: Int) -> String {
    rows.spec.columns.filter { $0 != rows.spec.detail }.map { rows.name($0, row) }
      .joined(separator: ", ")
  }

  private func pick(_ dutch: String, _ english: String) -> String {
    rows.language == .dutch ? dutch : english
  }
}
