import Columnar
import Planning

extension ScalarFunction {
  /// The month, 1 to 12; what lies in two of them has none.
  static let month = ScalarFunction(
    "month", Signature([.value("x", .date, .period, .integer)]),
    UnitDocumentation(
      "month(x)", "The month, 1 to 12; a year or quarter has none, nor what lies in two of them.",
      examples: ["redivisions | derive x = month(date) | select old, x | take 2"]),
    meaning: .ordinal, result: { _ in .integer }
  ) { arguments, _ in Mapping.periods(arguments[0]) { $0.month } }
}
