import Planning

extension Verb {
  /// The mean of values within groups; unknown ones are counted in the coverage.
  static let mean = Verb.aggregating(
    .mean,
    UnitDocumentation(
      "mean VALUE, … weight VALUE by KEY, … with totals",
      "The mean of values within groups; unknown ones are counted in the coverage.",
      examples: ["population | where year = 2022 | mean inhabitants by province"]))
}
