import Columnar
import Graphics
import SourceText
import Wording

extension Bars: BlockMark {
  /// A line for each bar: its label, the bar from zero on, and its value or why there is none.
  func lines(width: Int, language: Language) -> [StyledLine] {
    let rows = blockRows(language)
    let label = min(rows.map { DisplayWidth.of($0.label) }.max() ?? 0, width / 3)
    let series = min(rows.map { DisplayWidth.of($0.series) }.max() ?? 0, width / 5)
    let words = rows.filter { $0.value != nil }.map { DisplayWidth.of($0.words) }.max() ?? 0
    let start = label + (series > 0 ? series + 1 : 0) + 1
    let scale = BlockScale(
      low: rows.compactMap(\.value).min() ?? 0, high: rows.compactMap(\.value).max() ?? 0,
      columns: max(8, min(width, 100) - start - words - 2))
    return rows.map { row in
      var line = StyledLine(row.label.cut(to: label), row.isEarlier ? .soft : .plain)
      if series > 0 {
        line.pad(to: label + 1)
        line.add(row.series.cut(to: series), .soft)
      }
      line.pad(to: start)
      guard let value = row.value else {
        line.add("· " + row.words.cut(to: max(1, width - start - 2)), .soft)
        return line
      }
      line.pad(to: start + scale.offset(value))
      line.add(scale.bar(value), .series(row.place))
      line.add(" " + row.words.cut(to: max(1, width - line.width - 1)), .strong)
      return line
    }
  }

  private struct BlockRow {
    let label: String
    let series: String
    let place: Int
    let value: Double?
    let words: String
    let isEarlier: Bool
  }

  private func blockRows(_ language: Language) -> [BlockRow] {
    categories.flatMap { category in
      (0..<max(series.count, 1)).map { index in
        let datum = category.values.indices.contains(index) ? category.values[index] : .missing("")
        var words = datum.value.map { format.text($0) } ?? Self.reason(datum, language)
        if index == 0, let change = category.change?.amount, datum.value != nil {
          words += "  " + change
        }
        let label = [category.label, category.detail].filter { !$0.isEmpty }
        return BlockRow(
          label: index == 0 ? label.joined(separator: ", ") : "",
          series: series.count > 1 ? series[index] : "", place: index, value: datum.value,
          words: words, isEarlier: category.isEarlier)
      }
    }
  }
}

extension Bars {
  private static func reason(_ datum: Datum, _ language: Language) -> String {
    if case .missing(let words) = datum, !words.isEmpty { return words }
    return MissingWording(.unknown, in: language).words
  }
}

/// Lengths of bars in eighths of a column, with room for what is below zero.
struct BlockScale {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  private let unit: Double
  private let zero: Int

  /// A scale from the lowest to the highest value, zero included.
  init(low: Double, high: Double, columns: Int) {
    let low = min(low, 0)
    let high = max(high, 0)
    // Parts of each other, so that values near the largest there are do not overflow.
    let largest = max(-low, high)
    let share = largest > 0 ? -low / largest : 0
    let whole = share + (largest > 0 ? high / largest : 0)
    zero = whole > 0 ? Int((Double(columns) * share / whole).rounded(.up)) : 0
    unit = whole > 0 ? Double(columns - (zero > 0 ? 1 : 0)) / whole / largest : 0
  }

  /// The column where the bar of a value begins.
  func offset(_ value: Double) -> Int {
    value < 0 ? zero - halves(value) / 2 - halves(value) % 2 : zero
  }

  /// The bar of a value; one that is not zero is always seen.
  func bar(_ value: Double) -> String {
    if value < 0 {
      // Blocks that fill from the right are there in halves only.
      return (halves(value) % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves(value) / 2)
    }
    let eighths = max(value > 0 ? 1 : 0, Int((value * unit * 8).rounded()))
    return String(repeating: "█", count: eighths / 8) + Self.eighths[eighths % 8]
  }

  private func halves(_ value: Double) -> Int {
    min(zero * 2, max(1, Int((-value * unit * 2).rounded())))
  }
}
