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

  /// Every kind; of a count the one that is no stock.
  package static let all: [MeasureKind] = [
    .count(stock: false), .amount, .percentage, .rate, .index, .score, .share, .cumulative,
    .mixed, .undeclared,
  ]

  /// The kind with a name in the language, or nil. A count named so is no stock.
  package init?(name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// What it is and what may be done with it, a sentence for the reference.
  package var meaning: String {
    switch self {
    case .count: "A number of things; with `stock: true` a standing number, not added over time."
    case .amount: "Money or another quantity that adds up."
    case .percentage: "A part of a hundred: not added, changes are in percentage points."
    case .rate: "A number per so many of something else: not added, averaged with its weight."
    case .index: "A figure relative to a base of 100: not added."
    case .score: "A mark or mean score: not added."
    case .share: "A part of a total, in percent, made by `share`."
    case .cumulative: "A running total: its change is the flow of the period."
    case .mixed: "Unit and kind differ by row and stand in other columns."
    case .undeclared: "Nobody said: everything is allowed."
    }
  }

  /// Whether the sum of several values means something.
  package var isAdditive: Bool {
    switch self {
    case .count, .amount, .undeclared: true
    case .percentage, .rate, .index, .score, .share, .cumulative, .mixed: false
    }
  }
}
