import Planning

extension Verb {
  /// Counts rows within groups; `count x` counts the known values of x.
  static let count = Verb.aggregating(
    .count,
    UnitDocumentation(
      "count by KEY, …",
      "Counts rows within groups; `count x` counts the known values of x.",
      examples: ["municipalities | count by province"]))
}
