import Columnar

/// How many rows a step may give, from the sizes of the sources, the numbers of different values
/// of their columns and the declared keys.
///
/// The shares of rows that conditions keep are those of Selinger et al., "Access Path Selection in
/// a Relational Database Management System" (1979): of an equality one value of all there are, or
/// a tenth; of a range a third.
package struct PlanEstimate {
  /// The rows, or nil where nothing is known.
  package private(set) var rows: Double?
  /// The different values of columns, by name; at most the rows.
  package private(set) var distinct: [String: Double] = [:]
  /// The bytes of files it reads itself.
  var bytes: Int?

  private static let usualDistinct = 10.0
  private static let usualShare = 1.0 / 3

  private init() {}

  /// Estimates what a plan gives.
  package init(_ plan: LogicalPlan) {
    self.init()
    switch plan.node {
    case .scan(let source): self = PlanEstimate(source)
    case .filter(let input, let condition):
      self = PlanEstimate(input)
      rows = rows.map { $0 * share(condition, input.schema) }
    case .project(let input, let columns):
      let before = PlanEstimate(input)
      rows = before.rows
      for (field, expr) in zip(plan.schema.fields, columns) {
        if let index = expr.column { distinct[field.name] = before.distinct[name(index, input)] }
      }
    case .aggregate(let input, let grouping):
      let before = PlanEstimate(input)
      rows = before.groups(grouping.keys, input.schema)
      distinct = before.distinct
    case .sort(let input, _, let take):
      self = PlanEstimate(input)
      if let take { rows = rows.map { min($0, Double(take)) } }
    case .window(let input, _), .assert(let input, _):
      self = PlanEstimate(input)
    case .limit(let input, let skip, let take):
      self = PlanEstimate(input)
      let most = take.map { Double($0) } ?? .infinity
      rows = rows.map { min(max($0 - Double(skip), 0), most) } ?? take.map { Double($0) }
    case .top(let input, let ranking):
      self = PlanEstimate(input)
      let groups = groups(ranking.within, input.schema)
      rows = rows.map { min($0, Double(ranking.count) * (groups ?? 1)) }
    case .transform(let input, let transform):
      self = PlanEstimate(input)
      rows = rows.flatMap { transform.estimatedRows($0) }
    case .combine(let left, let right, let combination):
      self = PlanEstimate(left)
      let other = PlanEstimate(right)
      distinct.merge(other.distinct) { own, _ in own }
      if let one = rows, let two = other.rows {
        rows = combination.estimatedRows(one, two)
      } else {
        rows = nil
      }
    }
    if case .scan = plan.node {} else { bytes = nil }
  }

  private init(_ source: any TableSource) {
    self.init()
    switch source {
    case let kept as KeptTable where kept.table == nil: self = PlanEstimate(kept.plan)
    case let sized as any SizedSource:
      rows = sized.size.map { Double($0.rows) }
      bytes = sized.size?.bytes
      for name in source.schema.names {
        if let count = sized.distinctCount(of: name) { distinct[name] = Double(count) }
      }
    default: break
    }
  }

  private func name(_ index: Int, _ plan: LogicalPlan) -> String {
    index < plan.schema.fields.count ? plan.schema.fields[index].name : ""
  }

  /// The groups of rows with equal keys: not more than there are rows, and as many where the keys
  /// name a row.
  private func groups(_ keys: [Int], _ schema: Schema) -> Double? {
    let names = Set(keys.compactMap { $0 < schema.fields.count ? schema.fields[$0].name : nil })
    let naming = schema.fields.filter { field in
      switch field.role {
      case .key, .time, .edition: true
      case .candidateKey, .measure, .attribute, .note: false
      }
    }
    if schema.isDeclared, !naming.isEmpty, naming.allSatisfy({ names.contains($0.name) }) {
      return rows
    }
    let product = names.sorted().reduce(1.0) { $0 * max(distinct[$1] ?? Self.usualDistinct, 1) }
    return rows.map { min($0, product) }
  }

  /// The share of rows for which a condition holds.
  private func share(_ condition: TypedExpr, _ schema: Schema) -> Double {
    switch condition.node {
    case .and(let left, let right): return share(left, schema) * share(right, schema)
    case .or(let left, let right):
      let (one, two) = (share(left, schema), share(right, schema))
      return one + two - one * two
    case .not(let inner): return 1 - share(inner, schema)
    case .compare(.equal, let left, let right): return equal(left.column ?? right.column, schema)
    case .compare(.notEqual, let left, let right):
      return 1 - equal(left.column ?? right.column, schema)
    case .isIn(let inner, let values):
      return min(1, Double(values.count) * equal(inner.column, schema))
    case .isMissing: return 1 / Self.usualDistinct
    case .literal(.boolean(let flag)): return flag ? 1 : 0
    case .literal, .column, .cast, .arithmetic, .negate, .join, .compare, .isBetween, .coalesce,
      .conditional, .call, .kept:
      return Self.usualShare
    }
  }

  private func equal(_ column: Int?, _ schema: Schema) -> Double {
    guard let column, column < schema.fields.count,
      let count = distinct[schema.fields[column].name], count > 0
    else { return 1 / Self.usualDistinct }
    return 1 / count
  }

  /// As `explain` says it, as an estimate.
  func text(counting one: String, _ many: String) -> String {
    guard let rows, rows.isFinite, rows < 1e15 else { return "\(many) unknown" }
    let count = Int(rows.rounded(.up))
    return "about \(count) \(count == 1 ? one : many)" + (bytes.map { ", \($0) bytes" } ?? "")
  }
}
