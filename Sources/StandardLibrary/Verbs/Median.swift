import Planning

extension Verb {
  /// The middle value within groups, the mean of the middle two when their number is even.
  static let median = Verb.aggregating(
    .median,
    UnitDocumentation(
      "median VALUE, … by KEY, …",
      "The middle value within groups, the mean of the middle two when their number is even.",
      examples: ["population | where year = 2022 | median inhabitants by province"]))
}
