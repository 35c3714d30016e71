import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Draws how often values occur.
  static let histogram = FigureVerbs.verb(
    "histogram", columns: [], own: [.whole("bins", atLeast: 1), width],
    UnitDocumentation(
      "histogram MEASURE bins N width NUMBER title \"TEXT\"",
      "Draws how many rows have a value in each of some classes of one width.",
      details: [
        "Without `bins` there are about as many classes as the rule of Sturges says: one more than "
          + "the logarithm of the number of rows to base two.",
        "Their width is a round number, 1, 2 or 5 times a power of ten; `width` decides it.",
        "A class has its lower bound and not its upper one. The rule is written below the drawing.",
        "Rows without a value are counted beside the classes.",
      ],
      examples: ["population | where year = 2023 | histogram inhabitants width 50000"]))

  private static let width = FigureClause(ClauseSignature("width", "NUMBER", .values)) {
    call, planner in
    guard let items = call.clause("width"),
      let item = planner.single(items, of: call, "number after `width`"),
      let value = planner.constant(item.value)?.literal
    else { return nil }
    guard let number = value.asNumber, number > 0, number.isFinite else {
      planner.report("wrong-value", "the width of classes must be above zero", at: item.range)
      return nil
    }
    return .numbers([number])
  }
}
