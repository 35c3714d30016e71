import SourceText

/// Every mark: the list figures are drawn from.
enum FigureMarks {
  static let all: [FigureMark] = [
    .area, .bars, .dots, .histogram, .keyFigure, .line, .map, .slope, .small, .table,
  ]

  /// The mark of a verb. Throws a fault for a verb that draws without one, which no registry of
  /// ours has.
  static func named(_ name: String) throws(PeilError) -> FigureMark {
    guard let mark = all.first(where: { $0.name == name }) else {
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "no-mark", "the verb `\(name)` has no mark to draw with"))
    }
    return mark
  }
}
