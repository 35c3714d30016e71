import Planning

/// Every verb: the list help, completion and the grammar read.
enum Verbs {
  static let all: [Verb] = [
    .append, .assert, .bars, .bottom, .complete, .count, .countDistinct, .derive, .describe,
    .distinct, .drop, .fill, .first, .index, .join, .keyFigure, .last, .max, .mean, .median, .min,
    .pivot, .profile, .quantile, .rank, .rename, .sample, .save, .sd, .select, .share, .skip,
    .sort, .sum, .summarise, .take, .top, .unpivot, .variance, .where, .yoy,
  ]
}
