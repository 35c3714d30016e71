import Columnar
import Planning

/// The one period that a filter of a plan leaves, also when later steps drop its column.
enum FixedPeriod {
  /// The period as written; nil when no filter leaves one, or when tables were put together since.
  static func text(of plan: LogicalPlan) -> String? {
    switch plan.node {
    case .scan, .combine: return nil
    case .filter(let input, let condition):
      if let time = input.schema.fields.firstIndex(where: { $0.role == .time }),
        let value = value(of: time, in: condition)
      {
        return written(value)
      }
      return text(of: input)
    case .project(let input, _), .aggregate(let input, _), .sort(let input, _, _),
      .limit(let input, _, _), .top(let input, _), .window(let input, _), .assert(let input, _),
      .transform(let input, _):
      return text(of: input)
    }
  }

  /// The literal that a column has to be equal to.
  private static func value(of column: Int, in condition: TypedExpr) -> Value? {
    switch condition.node {
    case .and(let left, let right): value(of: column, in: left) ?? value(of: column, in: right)
    case .compare(.equal, let left, let right):
      left.column == column ? right.literal : right.column == column ? left.literal : nil
    case .isIn(let inner, let values):
      inner.column == column && values.count == 1 ? values[0] : nil
    default: nil
    }
  }

  private static func written(_ value: Value) -> String? {
    switch value {
    case .integer(let year): String(year)
    case .period(let period): period.marked(.none).text
    case .date(let date): date.text
    case .text(let text): text
    case .missing, .boolean, .number: nil
    }
  }
}
