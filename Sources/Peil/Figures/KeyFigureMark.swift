import Columnar
import Graphics
import Wording

/// The last row large, the earlier ones beside it.
enum KeyFigureMark {
  static func make(_ rows: FigureRows) -> KeyFigure {
    let count = rows.table.count
    guard count > 0 else {
      return KeyFigure(.missing(MissingWording(.noRow, in: rows.language).words))
    }
    var facts: [String] = []
    for row in 0..<(count - 1) {
      let name = rows.category(row)
      facts.append(name.isEmpty ? number(rows, row) : "\(name): \(number(rows, row))")
    }
    let isPercentage = rows.valueField.unit?.text == "%"
    let unit = isPercentage ? "" : rows.valueField.unit?.text ?? ""
    switch rows.value(count - 1) {
    case .known(let value): return KeyFigure(.known(rows.format.text(value)), unit: unit, facts: facts)
    case .missing(let words): return KeyFigure(.missing(words), facts: facts)
    }
  }

  private static func number(_ rows: FigureRows, _ row: Int) -> String {
    switch rows.value(row) {
    case .known(let value): rows.format.text(value)
    case .missing(let words): words
    }
  }
}
