/// Why a value is not there. A missing value never turns into 0.
///
/// The raw value is what a column stores per row; 0 means known.
package enum MissingReason: UInt8, CaseIterable, Hashable, Sendable {
  // From data.
  case unknown = 1
  case notApplicable
  case suppressed
  case notMeasured
  case notYet
  case notPublished
  // From operations.
  case noRow
  case noPriorPeriod
  case baseMissing
  case baseZero
  case baseNegative
  case notComparable
  case divisionByZero
  case outOfDomain

  /// The reason's name in the language and in csv and json.
  package var name: String {
    switch self {
    case .unknown: "unknown"
    case .notApplicable: "not_applicable"
    case .suppressed: "suppressed"
    case .notMeasured: "not_measured"
    case .notYet: "not_yet"
    case .notPublished: "not_published"
    case .noRow: "no_row"
    case .noPriorPeriod: "no_prior_period"
    case .baseMissing: "base_missing"
    case .baseZero: "base_zero"
    case .baseNegative: "base_negative"
    case .notComparable: "not_comparable"
    case .divisionByZero: "division_by_zero"
    case .outOfDomain: "out_of_domain"
    }
  }

  /// The reason with a name, or nil.
  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// What the reason says, a sentence for the reference.
  package var meaning: String {
    switch self {
    case .unknown: "There is a value and nobody knows it; an empty cell."
    case .notApplicable: "There can be no value here."
    case .suppressed: "The value is kept secret."
    case .notMeasured: "The value was not measured."
    case .notYet: "The value comes later."
    case .notPublished: "The value is not published."
    case .noRow: "There is no row: a left join, `pivot`, `complete` or `append`."
    case .noPriorPeriod: "There is no row for the period compared with."
    case .baseMissing: "The row compared with has no value, or the named base is not there."
    case .baseZero: "Growth from 0."
    case .baseNegative: "Growth from a negative value."
    case .notComparable: "A break, overlapping or unequal periods lie between the two."
    case .divisionByZero: "A division by 0."
    case .outOfDomain: "The function has no result there, as `sqrt(-1)`."
    }
  }

  /// Reasons that data can declare; the others come from operations only.
  package static let fromData: [MissingReason] = [
    .unknown, .notApplicable, .suppressed, .notMeasured, .notYet, .notPublished,
  ]
}
