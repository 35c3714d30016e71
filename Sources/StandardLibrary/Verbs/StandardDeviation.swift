import Planning

extension Verb {
  /// The standard deviation of values within groups.
  static let sd = Verb.aggregating(
    .sd,
    UnitDocumentation(
      "sd VALUE, … by KEY, …", "The standard deviation of values within groups.",
      examples: ["population | where year = 2022 | sd inhabitants by province"]))
}
