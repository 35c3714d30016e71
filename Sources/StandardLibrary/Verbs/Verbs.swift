import Planning

/// Every verb: the list help, completion and the grammar read.
enum Verbs {
  static let all: [Verb] = [
    .append, .area, .asOf, .assert, .bars, .bottom, .compare, .complete, .count, .countDistinct,
    .derive,
    .describe, .distinct, .dots, .drop, .explain, .fill, .first, .harmonise, .histogram, .index,
    .join, .keyFigure,
    .last, .line, .map, .max, .mean, .median, .min, .pivot, .profile, .protect, .quantile, .rank,
    .rename,
    .sample, .save,
    .sd, .select, .share, .skip, .slope, .small, .sort, .sources, .sum, .summarise, .table, .take,
    .top, .unpivot,
    .variance,
    .where, .yoy,
  ]
}
