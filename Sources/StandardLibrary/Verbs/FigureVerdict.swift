import Columnar

/// What became of a figure between two editions; the first that applies, in this order.
package enum FigureVerdict: String, CaseIterable {
  case unknown
  case withdrawn
  case new
  case nothingToReport = "nothing_to_report"
  case carriedOver = "carried_over"
  case notComparable = "not_comparable"
  case revised
  case unchanged
  case changed

  /// When it is said, a sentence for the reference.
  package var meaning: String {
    switch self {
    case .unknown: "A side is missing."
    case .withdrawn: "The later edition has no row, or it does not apply any more."
    case .new: "The earlier edition has no row, or it did not apply."
    case .nothingToReport: "The later edition says that there is nothing to report."
    case .carriedOver: "Its status says so, or period and value are the same."
    case .notComparable: "A break, overlapping or unequal periods lie between the two."
    case .revised: "The same period has another value."
    case .unchanged: "A later period has the same value."
    case .changed: "A later period has another value."
    }
  }

  /// Judges the rows of a figure; -1 is an edition without it. `breaks` says whether something
  /// makes the two rows not comparable.
  static func of(
    earlier: Int, later: Int, _ table: Table, measures: [Int], time: Int?, status: Int?,
    breaks: (_ earlier: Int, _ later: Int) -> Bool
  ) -> FigureVerdict {
    /// Whether every measure of a row is missing for a reason.
    func all(_ row: Int, are reason: MissingReason) -> Bool {
      row >= 0 && measures.allSatisfy { table.columns[$0].reason(at: row) == reason }
    }
    if all(earlier, are: .unknown) || all(later, are: .unknown) { return .unknown }
    guard later >= 0 else { return .withdrawn }
    let word: String? =
      if let status, case .text(let text) = table.columns[status].value(at: later) { text } else {
        nil
      }
    let hasNothing = word == "nothing_to_report"
    if all(later, are: .notApplicable), !hasNothing {
      // What does not apply any more was withdrawn; what never did has nothing to say.
      return earlier < 0 || all(earlier, are: .notApplicable) ? .nothingToReport : .withdrawn
    }
    if earlier < 0 || (all(earlier, are: .notApplicable) && !all(later, are: .notApplicable)) {
      return .new
    }
    if hasNothing { return .nothingToReport }
    let periods = time.map { table.columns[$0] }
    let isSamePeriod =
      periods.map { column in
        column.reason(at: earlier) == nil && column.reason(at: later) == nil
          && column.value(at: earlier) == column.value(at: later)
      } ?? false
    let known = measures.filter { index in
      table.columns[index].reason(at: earlier) == nil
        && table.columns[index].reason(at: later) == nil
    }
    let isSameValue =
      !known.isEmpty
      && known.allSatisfy {
        table.columns[$0].value(at: earlier) == table.columns[$0].value(at: later)
      }
    if word == "carried_over" || word == "not_remeasured" || (isSamePeriod && isSameValue) {
      return .carriedOver
    }
    // Suppressed or not published: what became of the figure cannot be said.
    if known.isEmpty { return .unknown }
    if breaks(earlier, later) { return .notComparable }
    if isSamePeriod { return .revised }
    return isSameValue ? .unchanged : .changed
  }
}
