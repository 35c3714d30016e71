import Columnar

extension LogicalPlan {
  /// The plan as a tree of lines: each step with the rows or groups it may give and its columns
  /// with their roles.
  package func lines(indent: Int) -> [String] {
    let head = String(repeating: "  ", count: indent)
    return [head + title + ", " + estimate + "  " + columns]
      + inputs.flatMap { $0.lines(indent: indent + 1) }
  }

  private var estimate: String {
    switch node {
    case .aggregate: PlanEstimate(self).text(counting: "group", "groups")
    case .scan, .filter, .project, .sort, .limit, .top, .window, .assert, .transform, .combine:
      PlanEstimate(self).text(counting: "row", "rows")
    }
  }

  private var title: String {
    switch node {
    case .scan(let source): "scan \(source.name)"
    case .filter: "filter"
    case .project: "project"
    case .aggregate(_, let grouping):
      "aggregate \(grouping.calls.map(\.aggregate.name).joined(separator: ", "))"
    case .sort(_, let keys, let take):
      "sort \(keys.count) keys\(take.map { ", first \($0)" } ?? "")"
    case .limit(_, let skip, let take):
      "limit\(skip > 0 ? " skip \(skip)" : "")\(take.map { " take \($0)" } ?? "")"
    case .top(_, let ranking): "\(ranking.isDescending ? "top" : "bottom") \(ranking.count)"
    case .window(_, let calls): "window \(calls.map(\.function.name).joined(separator: ", "))"
    case .assert: "assert"
    case .transform(_, let transform): transform.summary
    case .combine(_, _, let combination): combination.summary
    }
  }

  private var columns: String {
    let words = schema.fields.map { field in
      var text = "\(field.name): \(field.type.rawValue)"
      if field.role != .note { text += " \(field.role.name)" }
      if let measure = field.measure, measure.kind != .undeclared {
        text += " \(measure.kind.name)"
      }
      if let unit = field.unit { text += " in \(unit.text)" }
      return text
    }
    return "(\(words.joined(separator: "; ")))"
  }

  /// The plans it takes rows from.
  package var inputs: [LogicalPlan] {
    switch node {
    case .scan: []
    case .filter(let input, _), .project(let input, _), .aggregate(let input, _),
      .sort(let input, _, _), .limit(let input, _, _), .top(let input, _), .window(let input, _),
      .assert(let input, _), .transform(let input, _):
      [input]
    case .combine(let left, let right, _): [left, right]
    }
  }
}
