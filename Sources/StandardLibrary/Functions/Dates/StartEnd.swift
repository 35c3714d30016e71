import Columnar
import Planning

extension ScalarFunction {
  /// The first day.
  static let startOf = edge("start", "The first day of a period.") { $0.firstDay }

  /// The last day.
  static let endOf = edge("end", "The last day of a period.") { $0.lastDay }

  private static func edge(
    _ name: String, _ summary: String, _ day: @escaping @Sendable (Period) -> Int32
  ) -> ScalarFunction {
    ScalarFunction(
      name, Signature([.value("x", .period, .date, .integer)]),
      UnitDocumentation(
        "\(name)(x)", summary,
        examples: [
          "indicators | where period is not missing | derive x = \(name)(period) "
            + "| select period, x | take 2"
        ]),
      result: { _ in .date }
    ) { arguments, _ in
      Mapping.periods(arguments[0], to: .date) { .date(CalendarDate(days: day($0))) }
    }
  }
}
