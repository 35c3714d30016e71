import Planning

/// Every aggregate, a line each.
enum Aggregates {
  static let all: [Aggregate] = [
    .count, .countDistinct, .coverage, .first, .last, .max, .mean, .median, .min, .quantile, .sd,
    .sum, .variance,
  ]
}
