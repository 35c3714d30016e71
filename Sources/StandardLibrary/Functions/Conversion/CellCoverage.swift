import Columnar
import Planning

extension ScalarFunction {
  /// The part of a cell that is known.
  static let cellCoverage = ScalarFunction(
    "coverage", Signature([.any("x")]),
    UnitDocumentation(
      "coverage(x)",
      "The part of the original rows behind the cell whose value was known, from 0 to 1.",
      details: [
        "1 for a value that stands for itself, 0 for one that is missing. In `summarise` it is the "
          + "coverage of the group."
      ],
      examples: ["indicators | sum n by edition | derive known = coverage(n)"]),
    seesMissing: true, result: { _ in .number }
  ) { arguments, count in
    let column = arguments[0]
    let values = (0..<count).map { row -> Double in
      guard column.reason(at: row) == nil else { return 0 }
      guard let coverage = column.coverage, coverage.all[row] > 0 else { return 1 }
      return Double(coverage.known[row]) / Double(coverage.all[row])
    }
    return Column(.number(values, scale: nil))
  }
}
