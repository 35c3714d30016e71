import Planning

/// Every verb, a line each: the list help, completion and the grammar read.
enum Verbs {
  static let all: [Verb] = [
    .assert, .bars, .bottom, .count, .countDistinct, .derive, .distinct, .drop, .first, .index,
    .keyFigure, .last, .max, .mean, .median, .min, .quantile, .rename, .sd, .select, .skip, .sort,
    .sum, .summarise, .take, .top, .variance, .where, .yoy,
  ]
}
