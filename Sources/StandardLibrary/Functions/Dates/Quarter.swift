import Columnar
import Planning

extension ScalarFunction {
  /// The quarter, 1 to 4; what lies in two of them has none.
  static let quarter = ScalarFunction(
    "quarter", Signature([.value("x", .date, .period, .integer)]),
    UnitDocumentation(
      "quarter(x)", "The quarter, 1 to 4; a year has none, nor what lies in two of them.",
      examples: ["redivisions | derive x = quarter(date) | select old, x | take 2"]),
    meaning: .ordinal, result: { _ in .integer }
  ) { arguments, _ in Mapping.periods(arguments[0]) { $0.quarter } }
}
