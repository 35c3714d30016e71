import Planning

extension Verb {
  /// Counts the distinct known values within groups.
  static let countDistinct = Verb.aggregating(
    .countDistinct,
    UnitDocumentation(
      "count_distinct VALUE, … by KEY, …", "Counts the distinct known values within groups.",
      examples: ["population | count_distinct municipality by year"]))
}
