import Planning

/// Every aggregate, a line each.
enum Aggregates {
  static let all: [Aggregate] = [.count, .max, .mean, .median, .min, .sum]
}
