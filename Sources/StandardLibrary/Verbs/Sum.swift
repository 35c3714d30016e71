import Planning

extension Verb {
  /// Adds values within groups; unknown ones are counted in the coverage.
  static let sum = Verb.aggregating(
    .sum,
    UnitDocumentation(
      "sum VALUE, … weight VALUE by KEY, … with totals",
      "Adds values within groups; unknown ones are counted in the coverage.",
      examples: ["population | where year = 2022 | sum inhabitants by province"]))
}
