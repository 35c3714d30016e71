import Columnar
import Graphics
import Planning
import Wording

extension FigureMark {
  /// A key figure.
  static let keyFigure = FigureMark(
    "key_figure", vega: { rows, _ in .words(rows, size: 48) }, make: KeyFigureMark.make)
}

/// The last row large, the earlier ones and the change beside it.
private enum KeyFigureMark {
  static func make(_ rows: FigureRows) -> any Mark {
    let count = rows.count
    guard count > 0 else {
      return KeyFigure(.missing(rows.words(.noRow)))
    }
    // The one before first, with the change since; then those before it.
    var facts = (0..<(count - 1)).reversed().prefix(mostEarlier).map { fact(rows, $0) }
    if count > 1, let change = change(rows, count - 1) {
      facts.insert("\(heading(rows, count)): \(change)", at: 1)
    }
    let others = count - 1 - mostEarlier
    if others > 0 {
      facts.append(rows.language == .dutch ? "en \(others) eerdere" : "and \(others) earlier ones")
    }
    let isPercentage = rows.unit == "%"
    let unit = isPercentage ? "" : rows.unit
    switch rows.value(count - 1) {
    case .known(let value):
      return KeyFigure(.known(rows.format.text(value)), unit: unit, facts: facts)
    case .missing(let words): return KeyFigure(.missing(words), facts: facts)
    }
  }

  /// How many earlier figures can stand beside the last.
  private static let mostEarlier = 5

  private static func fact(_ rows: FigureRows, _ row: Int) -> String {
    let name = rows.category(row)
    return name.isEmpty ? number(rows, row) : "\(name): \(number(rows, row))"
  }

  private static func number(_ rows: FigureRows, _ row: Int) -> String {
    switch rows.value(row) {
    case .known(let value): rows.format.text(value)
    case .missing(let words): words
    }
  }

  private static func heading(_ rows: FigureRows, _ count: Int) -> String {
    let (last, before) = (rows.category(count - 1), rows.category(count - 2))
    guard !last.isEmpty, !before.isEmpty else {
      return rows.language == .dutch ? "Verandering" : "Change"
    }
    // "Editie 2020 ten opzichte van 2019": what both names begin with is said once.
    let words = before.split(separator: " ")
    let isAlike = words.count > 1 && last.split(separator: " ").dropLast() == words.dropLast()
    let short = isAlike ? words.last.map(String.init) ?? before : before
    return rows.language == .dutch
      ? "\(last) ten opzichte van \(short)" : "\(last) compared with \(short)"
  }

  /// The change the table has beside the measure, in words; nil when it has none.
  private static func change(_ rows: FigureRows, _ row: Int) -> String? {
    guard let cell = rows.cell("\(rows.spec.value)_change", row) else { return nil }
    if case .missing(let reason) = cell { return rows.words(reason) }
    guard let change = cell.asNumber else { return nil }
    let style = rows.language.numberStyle
    let growth = rows.cell("\(rows.spec.value)_growth", row)?.asNumber
    let percent = growth.map { " (\(style.signedPercent($0, decimals: 1)))" } ?? ""
    if change == 0 {
      let zero = growth == nil ? "" : " (\(style.percent(0, decimals: 1)))"
      return (rows.language == .dutch ? "ongewijzigd" : "unchanged") + zero
    }
    return style.signed(change, decimals: rows.valueField.decimals ?? 0) + percent
  }
}
