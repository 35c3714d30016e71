import Planning

/// Every verb, a line each: the list help, completion and the grammar read.
enum Verbs {
  static let all: [Verb] = [
    .assert, .bars, .bottom, .count, .derive, .distinct, .drop, .keyFigure, .max, .mean, .median,
    .min, .rename, .save, .select, .skip, .sort, .sum, .summarise, .take, .top, .where, .yoy,
  ]
}
