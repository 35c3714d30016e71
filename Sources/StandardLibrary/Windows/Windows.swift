import Planning

/// Every time function, a line each.
enum Windows {
  static let all: [WindowFunction] = [
    .at, .cagr, .change, .cumulative, .denseRank, .growth, .index, .lag, .lead, .prior, .rank,
    .rollingMean, .rollingSum, .rowNumber,
  ]
}
