import Planning

/// Every verb: the list help, completion and the grammar read.
enum Verbs {
  static let all: [Verb] = [
    .append, .assert, .bars, .bottom, .complete, .count, .derive, .describe, .distinct, .drop,
    .fill, .join, .keyFigure, .max, .mean, .median, .min, .pivot, .profile, .rank, .rename,
    .sample, .save, .select, .share, .skip, .sort, .sum, .summarise, .take, .top, .unpivot,
    .where, .yoy,
  ]
}
