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
  func text(_ value: Double) -> String { format.text(value) }

  /// Whether a value is negative as written; −0.04 at one decimal is a zero.
  func isShownNegative(_ value: Double) -> Bool {
    value < 0 && text(value) != text(0)
  }
}
