import Columnar
import Planning

extension ScalarFunction {
  /// A day from a text or period.
  static let date = ScalarFunction(
    "date", Signature([.value("x", .text, .period, .date)]),
    UnitDocumentation(
      "date(x)", "The day a text such as \"2020-05-01\" or a period of one day stands for.",
      details: ["Anything else gives `missing: out_of_domain`."],
      examples: [#"redivisions | where date >= date("2022-01-01") | select old, date | take 2"#]),
    result: { _ in .date }
  ) { arguments, _ in
    Mapping.values(arguments[0], to: .date) { value in
      let period: Period?
      switch value {
      case .date, .missing: return value
      case .text(let text): period = PeriodParser.parse(text)
      case .period(let own): period = own
      case .boolean, .integer, .number: period = nil
      }
      guard let period, period.granularity == .day, !period.isSpan else {
        return .missing(.outOfDomain)
      }
      return .date(CalendarDate(days: period.first))
    }
  }
}
