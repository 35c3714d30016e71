import Planning

extension Verb {
  /// The value below which a part, from 0 to 1, of the values of a group lies.
  static let quantile = Verb.aggregating(
    .quantile,
    UnitDocumentation(
      "quantile VALUE, … p PART by KEY, …", "The value below which a part, from 0 to 1, of the values of a group lies.",
      examples: ["population | where year = 2022 | quantile inhabitants p 0.9 by province"]))
}
