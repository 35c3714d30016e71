import Columnar
import Planning

/// Which periods a time function asks for, from the values of its arguments.
enum PeriodSteps {
  /// The second argument periods back; one without it.
  static func back(_ literals: [Value?]) -> [WindowCall.Step] {
    guard literals.count > 1, case .integer(let count)? = literals[1] else { return [.periods(1)] }
    return [.periods(Int(clamping: count))]
  }

  /// The period the second argument names.
  static func named(_ literals: [Value?]) -> [WindowCall.Step] {
    period(literals, 1).map { [.at($0)] } ?? []
  }

  /// The periods before the row's own in a window of so many periods.
  static func rolling(_ literals: [Value?]) -> [WindowCall.Step] {
    guard literals.count > 1, case .integer(let count)? = literals[1], count > 1 else { return [] }
    return (1..<Int(clamping: count)).map { .periods($0) }
  }

  /// The two named periods, compared with each other.
  static func between(_ literals: [Value?]) -> [WindowCall.Step] {
    guard let from = period(literals, 1), let to = period(literals, 2) else { return [] }
    return [.named(from, comparedWith: to), .named(to, comparedWith: from)]
  }

  /// A period among the literals.
  static func period(_ literals: [Value?], _ index: Int) -> Period? {
    guard index < literals.count, case .period(let period)? = literals[index] else { return nil }
    return period
  }
}
