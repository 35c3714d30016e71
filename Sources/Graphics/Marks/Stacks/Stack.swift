import Wording

/// The parts of one category on top of each other, and what is missing of them.
struct Stack {
  /// A part from one sum to the next.
  struct Part {
    let series: Int
    let from: Double
    let to: Double
    /// The part's own value, for its number.
    let value: Double
  }

  /// The parts, from zero outwards; negative ones go the other way.
  private(set) var parts: [Part] = []
  /// The reasons of parts without a value, each once: "Zorg: geheim".
  private(set) var missing: [String] = []
  /// The sum when every part is known; nil otherwise and for shares.
  private(set) var total: Double?

  /// The stack of a category.
  ///
  /// Of shares nothing can be said when a part is missing or the sum is zero: then there are no
  /// parts.
  init(_ bars: Bars, _ category: Bars.Category, _ phrases: Phrases) {
    var values: [(series: Int, value: Double)] = []
    for index in 0..<bars.barsPerCategory {
      let datum = bars.datum(category, index)
      if let value = datum.value {
        values.append((index, value))
      } else {
        let name = bars.series.indices.contains(index) ? bars.series[index] : ""
        missing.append((name.isEmpty ? "" : name + ": ") + datum.reason(phrases))
      }
    }
    let sum = values.reduce(0) { $0 + $1.value }
    var scale = 1.0
    if bars.arrangement == .share {
      guard missing.isEmpty, sum > 0, sum.isFinite else {
        if missing.isEmpty { missing.append(phrases.noValue) }
        return
      }
      scale = 100 / sum
    } else if missing.isEmpty, sum.isFinite {
      total = sum
    }
    var (up, down) = (0.0, 0.0)
    for (series, value) in values {
      let size = value * scale
      let from = value < 0 ? down : up
      guard (from + size).isFinite else { continue }
      parts.append(Part(series: series, from: from, to: from + size, value: size))
      if value < 0 { down += size } else { up += size }
    }
  }

  /// The sums the parts reach.
  var extent: Extent {
    parts.reduce(Extent(0, 0)) { Extent($1.to, $1.to).union($0) }
  }
}

extension Bars {
  /// How a part is written: shares as percentages.
  var partFormat: ValueFormat {
    guard arrangement == .share else { return format }
    return ValueFormat(style: format.number.style, decimals: 0, unit: "%")
  }
}
