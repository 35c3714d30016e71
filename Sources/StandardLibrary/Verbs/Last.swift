import Planning

extension Verb {
  /// The known value of the latest period within groups.
  static let last = Verb.aggregating(
    .last,
    UnitDocumentation(
      "last VALUE, … by KEY, …", "The known value of the latest period within groups.",
      examples: ["population | last inhabitants by municipality | take 3"]))
}
