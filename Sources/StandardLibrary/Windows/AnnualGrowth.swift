import Columnar
import Planning

extension WindowFunction {
  /// The mean growth a year between two periods.
  static let cagr = WindowFunction(
    "cagr",
    Signature(
      [
        .numeric("x"), .value("from", .period, constant: true, labelled: true),
        .value("to", .period, constant: true, labelled: true),
      ], fault: AnnualGrowth.fault),
    UnitDocumentation(
      "cagr(x, from: PERIOD, to: PERIOD)",
      "The growth a year, in percent, that leads from the value in one period to that in another: "
        + "((b / a)^(1 / n) − 1) × 100, n the years between them.",
      details: [
        "It is the same in each row of a series, and rounded to 13 digits.",
        "A period that is not there or has no value gives `missing: base_missing`; a first "
          + "value of zero `base_zero`, below zero `base_negative`; a last one below zero "
          + "`out_of_domain`.",
      ],
      examples: [
        "population | sum inhabitants by province, year "
          + "| derive pace = cagr(inhabitants, from: 2020, to: 2023) | where year = 2023 | take 3"
      ]),
    reach: .periods(PeriodSteps.between), meaning: .relative, result: { _ in .number }
  ) { frame in AnnualGrowth.evaluate(frame) }
}

/// Growth between two named periods of a series.
enum AnnualGrowth {
  /// The two periods must be countable in years, the first before the second.
  static func fault(_ arguments: [Signature.Known?]) -> String? {
    let literals = arguments.map { $0?.value }
    guard let from = PeriodSteps.period(literals, 1), let to = PeriodSteps.period(literals, 2)
    else { return nil }
    guard from.granularity == to.granularity, from.length == to.length else {
      return "`from` and `to` must be periods of one length"
    }
    return years(from, to) == nil ? "`from` must be before `to`" : nil
  }

  /// The years from one period to a later one of the same length; nil when it is not later. Weeks
  /// and days count as parts of a mean year of 365,2425 days.
  private static func years(_ from: Period, _ to: Period) -> Double? {
    let units = Double(Int(to.first) - Int(from.first))
    guard units > 0 else { return nil }
    switch from.granularity {
    case .year: return units
    case .quarter: return units / 4
    case .month: return units / 12
    case .week: return units * 7 / 365.2425
    case .day: return units / 365.2425
    }
  }

  static func evaluate(_ frame: WindowFrame) -> Column {
    let argument = frame.argument
    guard let numbers = argument.numbers, frame.bases.count == 2,
      let from = PeriodSteps.period(frame.literals, 1),
      let to = PeriodSteps.period(frame.literals, 2), let years = years(from, to)
    else { return argument }
    var values = [Double](repeating: 0, count: frame.count)
    var missing = [UInt8](repeating: 0, count: frame.count)
    let ends = frame.bases.map { argument.gather($0.rows, orMissing: $0.reasons) }
    for row in 0..<frame.count {
      let rows = frame.bases.map { Int($0.rows[row]) }
      if let base = frame.bases.first(where: { $0.reasons[row] != 0 }) {
        missing[row] = base.reasons[row]
      } else if ends.contains(where: { ($0.missing?[row] ?? 0) != 0 }) {
        missing[row] = MissingReason.baseMissing.rawValue
      } else {
        switch growth(numbers[rows[0]], numbers[rows[1]], years) {
        case .value(let value): values[row] = value
        case .missing(let reason): missing[row] = reason.rawValue
        }
      }
    }
    return Column(
      .number(values, scale: nil), missing: missing, coverage: MissingMasks.leastCovered(ends))
  }

  private static func growth(_ from: Double, _ to: Double, _ years: Double) -> Comparing.Result {
    if from == 0 { return .missing(.baseZero) }
    if from < 0 { return .missing(.baseNegative) }
    if to < 0 { return .missing(.outOfDomain) }
    let value = ElementaryFunctions.annualGrowth(from, to, years: years)
    return value.isFinite ? .value(value) : .missing(.outOfDomain)
  }
}
