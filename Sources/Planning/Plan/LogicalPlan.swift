package import Columnar
package import SourceText

/// What a pipeline computes: a tree of relational steps, every one with its schema.
package struct LogicalPlan: Sendable {
  package let node: Node
  package var schema: Schema
  /// Columns that have one value only, because a filter says so.
  package var fixed: Set<String>
  /// Whether filters have removed rows of the time axis (for a note when comparing afterwards).
  package var timeFiltered: Bool

  /// The condition of a filter as written, for `sources`; nil for other steps.
  package var text: String?

  /// The stage that asked for the step; a step without one belongs to the stage of the step that
  /// reads it.
  package var place: Place?

  /// How many steps are done one after another, up to this one: what runs it calls itself as deeply.
  package let depth: Int

  /// Where a stage is written.
  package struct Place: Sendable {
    package let file: SourceFile
    package let range: SourceRange

    /// Makes a place.
    package init(file: SourceFile, range: SourceRange) {
      self.file = file
      self.range = range
    }
  }

  /// One step.
  package indirect enum Node: Sendable {
    case scan(any TableSource)
    case filter(LogicalPlan, TypedExpr)
    case project(LogicalPlan, [TypedExpr])
    case aggregate(LogicalPlan, Grouping)
    /// With `take` only so many rows in front are wanted.
    case sort(LogicalPlan, [SortKey], take: Int? = nil)
    case limit(LogicalPlan, skip: Int, take: Int?)
    case top(LogicalPlan, Ranking)
    case window(LogicalPlan, [WindowCall])
    /// Checks a condition over all rows and passes them on.
    case assert(LogicalPlan, Assertion)
    /// A step over the whole table that a verb brings along.
    case transform(LogicalPlan, any TableTransform)
    /// A step over two whole tables that a verb brings along.
    case combine(LogicalPlan, LogicalPlan, any TableCombination)
  }

  /// Makes a step.
  package init(
    _ node: Node, schema: Schema, fixed: Set<String> = [], timeFiltered: Bool = false
  ) {
    self.node = node
    self.schema = schema
    self.fixed = fixed
    self.timeFiltered = timeFiltered
    depth = 1 + Self.deepest(in: node)
  }

  /// The step with something else to do, giving the columns of `fields`; what it stands for stays.
  package func with(_ node: Node, fields: [Field]? = nil) -> LogicalPlan {
    var schema = schema
    if let fields { schema.fields = fields }
    var plan = LogicalPlan(node, schema: schema, fixed: fixed, timeFiltered: timeFiltered)
    plan.text = text
    plan.place = place
    return plan
  }

  private static func deepest(in node: Node) -> Int {
    switch node {
    case .scan: 0
    case .filter(let input, _), .project(let input, _), .aggregate(let input, _),
      .sort(let input, _, _), .limit(let input, _, _), .top(let input, _), .window(let input, _),
      .assert(let input, _), .transform(let input, _):
      input.depth
    case .combine(let left, let right, _): max(left.depth, right.depth)
    }
  }
}

/// Rows with equal keys become one, sorted by the keys.
package struct Grouping: Sendable {
  /// Positions of the key columns in the input.
  package let keys: [Int]
  package let calls: [AggregateCall]
  /// Breaks that the groups have when the data says so.
  package let breaks: [RegroupedBreaks]

  /// Makes a grouping.
  package init(keys: [Int], calls: [AggregateCall], breaks: [RegroupedBreaks] = []) {
    self.keys = keys
    self.calls = calls
    self.breaks = breaks
  }
}

/// One aggregate of a grouping.
package struct AggregateCall: Sendable {
  package let name: String
  package let aggregate: Aggregate
  package let arguments: [TypedExpr]

  /// Makes a call.
  package init(name: String, aggregate: Aggregate, arguments: [TypedExpr]) {
    self.name = name
    self.aggregate = aggregate
    self.arguments = arguments
  }
}

/// A column to sort by.
package struct SortKey: Sendable {
  package let expr: TypedExpr
  package let isDescending: Bool

  /// Makes a key.
  package init(_ expr: TypedExpr, descending: Bool) {
    self.expr = expr
    isDescending = descending
  }
}

/// The first rows by a value, ties kept, within groups.
package struct Ranking: Sendable {
  package let count: Int
  package let by: TypedExpr
  package let within: [Int]
  package let isDescending: Bool

  /// Makes a ranking.
  package init(count: Int, by: TypedExpr, within: [Int], descending: Bool) {
    self.count = count
    self.by = by
    self.within = within
    isDescending = descending
  }
}

/// A condition that must hold.
package struct Assertion: Sendable {
  package let calls: [AggregateCall]
  /// Over one row of the calls' results, or over the rows of the table.
  package let condition: TypedExpr
  /// Whether it has to hold in each row.
  package let isOfRows: Bool
  package let message: String
  package let file: SourceFile
  package let range: SourceRange

  /// Makes an assertion.
  package init(
    calls: [AggregateCall], condition: TypedExpr, isOfRows: Bool, message: String,
    file: SourceFile, range: SourceRange
  ) {
    self.calls = calls
    self.condition = condition
    self.isOfRows = isOfRows
    self.message = message
    self.file = file
    self.range = range
  }
}
