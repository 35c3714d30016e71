package import Columnar

/// The signs and words for missing values: the one table from which tables, figures and messages
/// take them.
///
/// Within a language no two reasons share a sign, and no sign reads as a number.
package struct MissingWording: Sendable, Equatable {
  /// The short sign that stands in a cell.
  package let symbol: String
  /// What the sign means, in a few words without a capital.
  package let words: String

  /// The wording of a reason in a language.
  package init(_ reason: MissingReason, in language: Language) {
    let row = Self.row(reason)
    switch language {
    case .dutch: (symbol, words) = (row.symbol, row.dutch)
    case .english: (symbol, words) = (row.englishSymbol ?? row.symbol, row.english)
    }
  }

  private typealias Row = (
    symbol: String, englishSymbol: String?, dutch: String, english: String
  )

  private static func row(_ reason: MissingReason) -> Row {
    switch reason {
    case .unknown: (".", nil, "onbekend", "unknown")
    case .notApplicable: ("nvt", "n/a", "niet van toepassing", "not applicable")
    case .suppressed: ("x", nil, "geheim", "suppressed")
    case .notMeasured: ("-", nil, "niet gemeten", "not measured")
    case .notYet: ("…", nil, "nog niet bekend", "not yet known")
    case .notPublished: ("--", nil, "niet gepubliceerd", "not published")
    case .noRow: ("·", nil, "geen regel", "no row")
    case .noPriorPeriod: ("°", nil, "geen vorige periode", "no prior period")
    case .baseMissing: ("?", nil, "vorige waarde ontbreekt", "prior value missing")
    case .baseZero: ("/0", nil, "vorige waarde is nul", "prior value is zero")
    case .baseNegative: ("<0", nil, "vorige waarde is negatief", "prior value is negative")
    case .notComparable: ("≠", nil, "niet vergelijkbaar", "not comparable")
    case .divisionByZero: ("÷0", nil, "deling door nul", "division by zero")
    case .outOfDomain: ("!", nil, "buiten het domein", "out of domain")
    }
  }
}
