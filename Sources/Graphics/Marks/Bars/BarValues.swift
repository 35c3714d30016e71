import Wording

/// The values of bars and how they are written.
extension Bars {
  /// How many bars a category has.
  var barsPerCategory: Int { max(series.count, 1) }

  /// The value of a series in a category; one that was not given is missing.
  func datum(_ category: Category, _ series: Int) -> Datum {
    category.values.indices.contains(series) ? category.values[series] : .missing("")
  }

  /// Every value that is known, category by category.
  var knownValues: [Double] {
    categories.flatMap { category in
      (0..<barsPerCategory).compactMap { datum(category, $0).value }
    }
  }

  /// The smallest and largest value, zero included.
  var extent: (low: Double, high: Double) {
    knownValues.reduce((low: 0, high: 0)) { (min($0.low, $1), max($0.high, $1)) }
  }

  /// The detail line with the change in it, for drawings without room for an arrow.
  func detailWithChange(_ category: Category) -> String {
    [category.detail, category.change?.text ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A value as it stands in the drawing.
  ///
  /// From 1e15 on, where a Double has no digits left behind the decimal mark, powers of ten are
  /// written: so many digits say nothing and fill the figure.
  func text(_ value: Double) -> String {
    guard value.magnitude >= 1e15 else { return format.text(value) }
    var exponent = 15
    while exponent < 308, value.magnitude >= NumberFormat.powerOfTen(exponent + 1) { exponent += 1 }
    var mantissa = format
    mantissa.decimals = .atMost(2)
    mantissa.isPercentage = false
    let digits = mantissa.text(value / NumberFormat.powerOfTen(exponent))
    return "\(digits) × 10^\(exponent)" + (format.isPercentage ? "%" : "")
  }

  /// Whether a value is negative as written; −0.04 at one decimal is a zero.
  func isShownNegative(_ value: Double) -> Bool {
    value < 0 && text(value) != text(0)
  }

  /// A number of an axis, in the decimals of the axis.
  func text(_ tick: LinearScale.Tick) -> String {
    guard tick.value.magnitude < 1e15 else { return text(tick.value) }
    var written = format
    written.decimals = .exactly(tick.decimals)
    return written.text(tick.value)
  }
}
