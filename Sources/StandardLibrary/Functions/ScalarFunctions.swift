import Planning

/// Every scalar function, a line each.
enum ScalarFunctions {
  static let all: [ScalarFunction] = [
    .absolute, .ceiling, .contains, .date, .day, .endOf, .endsWith, .floor, .integer, .length,
    .lower, .month, .number, .period, .quarter, .reason, .round, .startOf, .startsWith, .text, .trim,
    .upper, .year,
  ]
}
