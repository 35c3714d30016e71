import Planning

/// Every scalar function, a line each.
enum ScalarFunctions {
  static let all: [ScalarFunction] = [
    .absolute, .case, .ceiling, .cellCoverage, .clamp, .contains, .date, .day, .decimalLogarithm,
    .endOf, .endsWith, .exponential, .extract, .floor, .greatest, .integer, .least, .length, .lower,
    .matches, .month, .naturalLogarithm, .number, .period, .quarter, .reason, .replace, .round,
    .squareRoot, .startOf, .startsWith, .text, .trim, .upper, .year,
  ]
}
