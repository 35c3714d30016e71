import Planning

/// Every verb, a line each: the list help, completion and the grammar read.
enum Verbs {
  static let all: [Verb] = [
    .asOf, .assert, .bars, .bottom, .compare, .count, .derive, .distinct, .drop, .harmonise,
    .keyFigure, .max, .mean, .median, .min, .protect, .rename, .select, .skip, .sort, .sum,
    .summarise, .take, .top, .where, .yoy,
  ]
}
