import Columnar
import Planning

extension ScalarFunction {
  /// The outcome of the first condition that holds. The planner makes it a chain of `if`s.
  static let `case` = ScalarFunction(
    "case", Signature([.value("condition", .boolean), .any("outcome"), .any("else", labelled: true)]),
    UnitDocumentation(
      "case(C1, A1, C2, A2, …, else: B)", "The outcome of the first condition that holds, else B.",
      details: [
        "All outcomes are of one type; `else: missing` leaves the other rows missing.",
        "A condition decided by a missing value does not hold.",
      ],
      examples: [
        #"population | where year = 2023 | derive size = case(inhabitants < 20000, "klein", "#
          + #"inhabitants < 100000, "middelgroot", else: "groot") | take 3"#
      ]),
    isConditional: true, result: { _ in .text }
  ) { _, count in .constant(.missing(.unknown), .text, count: count) }
}
