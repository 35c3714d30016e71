extension OptimiserRule {
  /// Every rule, in the order in which they are applied.
  static let all: [OptimiserRule] = [
    foldConstants,
    pushFilters,
    takeOfSort,
    carryFewer,
    mergeChoices,
    commonSubexpressions,
    lookUpRows,
  ]
}
