import Planning

extension Verb {
  /// The known value of the earliest period within groups.
  static let first = Verb.aggregating(
    .first,
    UnitDocumentation(
      "first VALUE, … by KEY, …", "The known value of the earliest period within groups.",
      examples: ["population | first inhabitants by municipality | take 3"]))
}
