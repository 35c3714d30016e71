import Planning

extension Verb {
  /// The variance of values within groups.
  static let variance = Verb.aggregating(
    .variance,
    UnitDocumentation(
      "variance VALUE, … by KEY, …", "The variance of values within groups.",
      examples: ["population | where year = 2022 | variance inhabitants by province"]))
}
