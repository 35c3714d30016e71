import Columnar
import Planning

extension WindowFunction {
  /// The mean of a period and those before it.
  static let rollingMean = rolling(
    "rolling_mean", "mean", meaning: .same, result: { _ in .number }, aggregate: .mean,
    example: "population | derive level = rolling_mean(inhabitants, 3) | where year = 2022 | take 3"
  )

  /// The sum of a period and those before it.
  static let rollingSum = rolling(
    "rolling_sum", "sum", meaning: .total, result: { $0.first ?? .number }, aggregate: .sum,
    example: "population | derive more = change(inhabitants) "
      + "| derive two_years = rolling_sum(more, 2) | where year = 2022 | take 3")

  private static func rolling(
    _ name: String, _ word: String, meaning: Meaning,
    result: @escaping @Sendable ([DataType]) -> DataType, aggregate: Aggregate, example: String
  ) -> WindowFunction {
    WindowFunction(
      name,
      Signature(
        [
          .numeric("x"), .value("n", .integer, constant: true, in: 1...10_000),
          .value(
            "at_least", .integer, optional: true, constant: true, labelled: true, in: 1...10_000),
        ], fault: RollingWindow.fault),
      UnitDocumentation(
        "\(name)(x, N, at_least: K)",
        "The \(word) of x over N periods: the row's own and those before it.",
        details: [
          "Periods are addressed, not rows. When one of them is not there or has no value the "
            + "result is missing, unless `at_least` says how many must be known; the coverage then "
            + "tells how many were.",
          "A window across a break is `missing: not_comparable`.",
        ],
        examples: [example]),
      reach: .periods(PeriodSteps.rolling), meaning: meaning, result: result
    ) { frame in try RollingWindow.evaluate(frame, aggregate) }
  }
}

/// An aggregate over the last periods of each row's series.
enum RollingWindow {
  /// `at_least` may not ask for more periods than there are.
  static func fault(_ arguments: [Signature.Known?]) -> String? {
    guard arguments.count > 2, case .integer(let count)? = arguments[1]?.value,
      case .integer(let least)? = arguments[2]?.value, least > count
    else { return nil }
    return "`at_least` is more than the \(count) periods of the window"
  }

  /// Every row is a group of its own, to which each step adds a value: sums stay exact and
  /// coverage counts original rows, as in any group.
  static func evaluate(_ frame: WindowFrame, _ aggregate: Aggregate) throws -> Column {
    if let result = WholeRolling(frame, aggregate)?.result { return result }
    let argument = frame.argument
    let count = frame.count
    let groups = (0..<count).map { UInt32($0) }
    var state = aggregate.makeState([argument.type])
    state.update([argument], groups: groups, count: count)
    var known = (0..<count).map { argument.reason(at: $0) == nil ? 1 : 0 }
    var reasons = argument.missing ?? [UInt8](repeating: 0, count: count)
    for base in frame.bases {
      let column = argument.gather(base.rows, orMissing: base.reasons)
      state.update([column], groups: groups, count: count)
      for row in 0..<count {
        let reason = column.missing?[row] ?? 0
        if reason == 0 {
          known[row] += 1
        } else if base.reasons[row] == MissingReason.notComparable.rawValue {
          // However few are asked for: values across a break are never put together.
          known[row] = -frame.bases.count - 1
          if argument.reason(at: row) == nil { reasons[row] = base.reasons[row] }
        } else if reasons[row] == 0 {
          reasons[row] =
            base.reasons[row] == 0 ? MissingReason.baseMissing.rawValue : base.reasons[row]
        }
      }
    }
    let needed = frame.integer(2) ?? frame.bases.count + 1
    var result = try state.result(count: count)
    var missing = result.missing ?? [UInt8](repeating: 0, count: count)
    for row in 0..<count where known[row] < needed {
      missing[row] = reasons[row] == 0 ? MissingReason.unknown.rawValue : reasons[row]
    }
    result.missing = missing.contains { $0 != 0 } ? missing : nil
    return result
  }
}
