package import Columnar
package import SourceText

/// Periods of another length than those of a column, which are never equal to one of them.
extension Planner {
  /// The length of all periods of a column; nil when they may differ.
  private func granularity(of field: Field) -> Period.Granularity? {
    field.granularity ?? Self.granularity(of: field.type)
  }

  /// Whether a period can be one of a time axis; reports when not.
  package mutating func isOfAxis(_ period: Period, _ axis: Field, at range: SourceRange) -> Bool {
    guard let own = granularity(of: axis), !period.isUnit(of: own) else { return true }
    let example = Period.unit(own, containing: period.firstDay)
    report(
      "unlike-periods", "`\(axis.name)` holds \(own.name)s, \(period.text) is \(period.phrase)",
      at: range,
      label: own == .year
        ? "name a year, as in `\(example.text)`" : "name a \(own.name), as in `@\(example.text)`")
    return false
  }

  /// Whether a literal period can be one of a column it is compared with; reports when not, with
  /// the comparison that is meant.
  mutating func isComparable(
    _ literal: TypedExpr, with column: TypedExpr, _ comparison: PeriodComparison, _ scope: Scope
  ) -> Bool {
    guard case .period(let period)? = literal.literal, let index = column.column,
      index < scope.schema.fields.count, scope.schema.fields[index].type == .period,
      let own = scope.schema.fields[index].granularity, !period.isUnit(of: own)
    else { return true }
    let name = scope.schema.fields[index].name
    report(
      "unlike-periods", "`\(name)` holds \(own.name)s, \(period.text) is \(period.phrase)",
      at: comparison.range, label: "write `\(comparison.meant(name, own, period))`",
      notes: [
        "one \(own.name) is written "
          + "`@\(Period.unit(own, containing: period.firstDay).text)`"
      ])
    return false
  }
}

/// A comparison of a column with a period, as it is written.
struct PeriodComparison {
  /// What stands between the two: `=`, `>=`, `in`.
  let sign: String
  /// The other side as it is written.
  let text: String
  let range: SourceRange

  /// What is meant by it in a column of shorter periods.
  func meant(_ column: String, _ own: Period.Granularity, _ period: Period) -> String {
    if period.granularity == .year, !period.isSpan, !text.contains(",") {
      return "year(\(column)) \(sign) \(text)"
    }
    let first = "@\(Period.unit(own, containing: period.firstDay).text)"
    let last = "@\(Period.unit(own, containing: period.lastDay).text)"
    switch sign {
    case "<", ">=": return "\(column) \(sign) \(first)"
    case ">", "<=": return "\(column) \(sign) \(last)"
    case "!=", "not in":
      return first == last ? "\(column) != \(first)" : "\(column) not in \(first)..\(last)"
    default: return first == last ? "\(column) = \(first)" : "\(column) in \(first)..\(last)"
    }
  }
}
