import Columnar
import Planning

extension ScalarFunction {
  /// The year of a date or period; of a span the one it begins in.
  static let year = ScalarFunction(
    "year", Signature([.value("x", .date, .period, .integer)]),
    UnitDocumentation(
      "year(x)", "The year of a date or period; of a span the one it begins in.",
      examples: ["redivisions | derive x = year(date) | select old, x | take 2"]),
    meaning: .ordinal, result: { _ in .integer }
  ) { arguments, _ in Mapping.periods(arguments[0]) { $0.startYear } }
}
