import Columnar
import Planning

extension ScalarFunction {
  /// The day of the month; only a day has one.
  static let day = ScalarFunction(
    "day", Signature([.value("x", .date, .period, .integer)]),
    UnitDocumentation(
      "day(x)", "The day of the month; only a day has one.",
      examples: ["redivisions | derive x = day(date) | select old, x | take 2"]),
    meaning: .ordinal, result: { _ in .integer }
  ) { arguments, _ in Mapping.periods(arguments[0]) { $0.dayOfMonth } }
}
