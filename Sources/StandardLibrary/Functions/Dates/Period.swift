import Columnar
import Planning

extension ScalarFunction {
  /// A period from a text, year or day.
  static let period = ScalarFunction(
    "period", Signature([.value("x", .text, .integer, .date, .period)]),
    UnitDocumentation(
      "period(x)",
      "The period a text, a year or a day stands for, such as \"2014 tm 2019\" or \"2020KW01\".",
      details: ["Anything else gives `missing: out_of_domain`."],
      examples: ["population | derive p = period(year) | select name, p | take 2"]),
    result: { _ in .period }
  ) { arguments, _ in
    Mapping.values(arguments[0], to: .period) { value in
      switch value {
      case .missing, .period: return value
      case .text(let text):
        return PeriodParser.parse(text).map { .period($0) } ?? .missing(.outOfDomain)
      case .integer(let year) where (1...9999).contains(year): return .period(.year(Int(year)))
      case .date(let date): return .period(Period(.day, date.days))
      case .boolean, .integer, .number: return .missing(.outOfDomain)
      }
    }
  }
}
