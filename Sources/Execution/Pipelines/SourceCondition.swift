import Columnar
import Planning

/// What of a condition a source can be asked while it reads.
enum SourceCondition {
  /// Whether it can be asked all of it: of texts anything, since a text is the same wherever it
  /// stands; of integers and numbers what does not depend on how they are kept.
  static func isAsked(_ condition: TypedExpr, over schema: Schema) -> Bool {
    let columns = condition.columns
    if columns.isEmpty { return false }
    if columns.allSatisfy({ schema.fields[$0].type == .text }) { return true }
    switch condition.node {
    case .and, .or, .not: return condition.parts.allSatisfy { isAsked($0, over: schema) }
    case .compare, .isIn, .isBetween, .isMissing:
      return condition.parts.allSatisfy { isPlain($0, over: schema) }
    case .literal, .column, .cast, .arithmetic, .negate, .join, .coalesce, .conditional, .call,
      .kept:
      return false
    }
  }

  /// What rows must not fail that meet a condition, of which a part can be asked; nil when nothing
  /// can be, or when a row that is left out could have been a fault.
  static func part(of condition: TypedExpr, over schema: Schema) -> TypedExpr? {
    guard condition.isTotal else { return nil }
    let asked = conditions(of: condition).filter { isAsked($0, over: schema) }
    guard let first = asked.first else { return nil }
    return asked.dropFirst().reduce(first) { TypedExpr(.and($0, $1), .boolean) }
  }

  private static func conditions(of condition: TypedExpr) -> [TypedExpr] {
    guard case .and(let left, let right) = condition.node else { return [condition] }
    return conditions(of: left) + conditions(of: right)
  }

  /// Whether it is a literal, or a column of integers or numbers.
  private static func isPlain(_ expr: TypedExpr, over schema: Schema) -> Bool {
    switch expr.node {
    case .literal: return true
    case .column(let index): return [.integer, .number].contains(schema.fields[index].type)
    case .cast(let inner): return isPlain(inner, over: schema)
    case .arithmetic, .negate, .join, .compare, .and, .or, .not, .isMissing, .isIn, .isBetween,
      .coalesce, .conditional, .call, .kept:
      return false
    }
  }
}
