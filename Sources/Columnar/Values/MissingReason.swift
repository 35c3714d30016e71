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

  /// Reasons that data can declare; the others come from operations only.
  package static let fromData: [MissingReason] = [
    .unknown, .notApplicable, .suppressed, .notMeasured, .notYet, .notPublished,
  ]
}
