import Columnar
import Planning

/// Conditions on groups that hold or fail by their keys.
enum GroupFilter {
  /// The condition on rows that drops only rows of groups that the condition certainly drops; nil
  /// when there is none, or a group left out could have a fault.
  ///
  /// Rows whose key is missing stay: for those a missing value decides, which the filter of the
  /// groups counts. It is therefore applied to the groups as well.
  static func early(_ condition: TypedExpr, _ grouping: Grouping) -> TypedExpr? {
    let used = condition.columns
    guard !used.isEmpty, used.allSatisfy({ $0 < grouping.keys.count }), isPlain(condition),
      grouping.breaks.isEmpty,
      grouping.calls.allSatisfy({
        $0.aggregate.isTotal && $0.arguments.allSatisfy(\.isTotal)
      })
    else { return nil }
    let keys = used.sorted().map { grouping.keys[$0] }
    return keys.reduce(condition.moved { grouping.keys[$0] }) { whole, key in
      TypedExpr(
        .or(whole, TypedExpr(.isMissing(column(key, of: condition, grouping), nil), .boolean)),
        .boolean)
    }
  }

  private static func column(_ key: Int, of condition: TypedExpr, _ grouping: Grouping)
    -> TypedExpr
  {
    let place = grouping.keys.firstIndex(of: key) ?? 0
    return TypedExpr(.column(key), condition.type(ofColumn: place) ?? .text)
  }

  /// Whether the outcome is open only where a column is missing: comparisons of columns with values
  /// that are known.
  private static func isPlain(_ condition: TypedExpr) -> Bool {
    switch condition.node {
    case .and, .or, .not: return condition.parts.allSatisfy { isPlain($0) }
    case .compare, .isBetween, .isIn, .isMissing:
      return condition.parts.allSatisfy { part in
        if let value = part.literal { return value.type != nil }
        return part.column != nil
      }
    case .literal, .column, .cast, .arithmetic, .negate, .join, .coalesce, .conditional, .call,
      .kept:
      return false
    }
  }
}

extension TypedExpr {
  /// The type of a column it reads; nil when it does not.
  func type(ofColumn index: Int) -> DataType? {
    if column == index { return type }
    return parts.lazy.compactMap { $0.type(ofColumn: index) }.first
  }
}
