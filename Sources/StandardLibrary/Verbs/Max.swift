import Planning

extension Verb {
  /// The largest value within groups.
  static let max = Verb.aggregating(
    .max,
    UnitDocumentation(
      "max VALUE, … by KEY, …",
      "The largest value within groups.",
      examples: ["population | where year = 2022 | max inhabitants by province"]))
}
