/// What a measure counts, which decides what may be done with it.
package enum MeasureKind: Hashable, Sendable {
  /// A number of things. A stock is a standing number: it may not be added over time.
  case count(stock: Bool)
  /// Money or another quantity that adds up.
  case amount
  /// A part of a hundred; changes are in percentage points.
  case percentage
  /// A number per so many of something else.
  case rate
  /// A figure relative to a base of 100.
  case index
  /// A mark or mean score.
  case score
  /// A part of a total, in percent, made by `share`.
  case share
  /// A running total; its change is the period's flow.
  case cumulative
  /// A long table whose kind differs by row, named in another column.
  case mixed
  /// Not declared: everything is allowed.
  case undeclared

  /// The kind's name in the language.
  package var name: String {
    switch self {
    case .count: "count"
    case .amount: "amount"
    case .percentage: "percentage"
    case .rate: "rate"
    case .index: "index"
    case .score: "score"
    case .share: "share"
    case .cumulative: "cumulative"
    case .mixed: "mixed"
    case .undeclared: "undeclared"
    }
  }

  /// The kind with a name in the language, or nil. A count named so is no stock.
  package init?(word: String) {
    let kinds: [MeasureKind] = [
      .count(stock: false), .amount, .percentage, .rate, .index, .score, .share, .cumulative,
      .mixed, .undeclared,
    ]
    guard let kind = kinds.first(where: { $0.name == word }) else { return nil }
    self = kind
  }

  /// Whether the sum of several values means something.
  package var isAdditive: Bool {
    switch self {
    case .count, .amount, .undeclared: true
    case .percentage, .rate, .index, .score, .share, .cumulative, .mixed: false
    }
  }

  /// The kind with a name, or nil.
  package init?(name: String) {
    let all: [MeasureKind] = [
      .count(stock: false), .amount, .percentage, .rate, .index, .score, .share, .cumulative,
      .mixed, .undeclared,
    ]
    guard let found = all.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
