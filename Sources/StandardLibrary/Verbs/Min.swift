import Planning

extension Verb {
  /// The smallest value within groups.
  static let min = Verb.aggregating(
    .min,
    UnitDocumentation(
      "min VALUE, … by KEY, …",
      "The smallest value within groups.",
      examples: ["population | where year = 2022 | min inhabitants by province"]))
}
