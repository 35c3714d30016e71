import Columnar
import Planning

extension WindowFunction {
  /// The value of an earlier period.
  static let prior = WindowFunction(
    "prior", Signature([.any("x"), .value("periods", .integer, optional: true, constant: true)]),
    UnitDocumentation(
      "prior(x, PERIODS)", "The value of x one period earlier in its series, or more.",
      details: [
        "Periods are addressed, not rows. Without such a period: `missing: no_prior_period`; a "
          + "base that is missing shows its own reason."
      ],
      examples: ["population | derive before = prior(inhabitants) | where year = 2021 | take 3"]),
    reach: .periods(PeriodSteps.back), meaning: .same, isTotal: true,
    result: { $0.first ?? .number }
  ) { frame in
    let base = frame.base
    var result = frame.argument.gather(base, orMissing: frame.reason)
    // A row without a reason and without a base cannot occur; should it, it is not there.
    if var mask = result.missing {
      for row in mask.indices where base[row] < 0 && mask[row] == 0 {
        mask[row] = MissingReason.noPriorPeriod.rawValue
      }
      result.missing = mask
    }
    return result
  }
}
