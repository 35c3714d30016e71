import Graphics
import Planning
import SourceText

extension FigureMark {
  /// Lines between two editions or periods.
  static let slope = FigureMark("slope", vega: { rows, _ in .lines(rows) }) {
    rows throws(PeilError) in
    let cells = FigureCells(namesOf: rows)
    let by = rows.spec.by ?? ""
    guard cells.labels.isEmpty || cells.labels.count == 2 else {
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "not-two-places",
          "`slope` draws two values of `\(by)`, here "
            + (cells.labels.count == 1 ? "is one" : "are \(cells.labels.count)"),
          notes: ["keep two, as in `where \(by) in [A, B]`", "here: " + list(cells.labels)]))
    }
    return try LinesOfRows.make(.slope, rows)
  }

  private static func list(_ labels: [String]) -> String {
    labels.prefix(8).joined(separator: ", ") + (labels.count > 8 ? ", …" : "")
  }
}
