import Columnar
import Planning

extension ScalarFunction {
  /// The month, 1 to 12; a year or quarter has none.
  static let month = ScalarFunction(
    "month", Signature([.value("x", .date, .period, .integer)]),
    UnitDocumentation(
      "month(x)", "The month, 1 to 12; a year or quarter has none.",
      examples: ["redivisions | derive x = month(date) | select old, x | take 2"]),
    meaning: .ordinal, result: { _ in .integer }
  ) { arguments, _ in Mapping.periods(arguments[0]) { $0.firstMonth } }
}
