package import Columnar
import QuerySyntax

/// What names mean inside an expression, and what was collected while checking it.
package struct Scope {
  /// Columns of the input.
  package let schema: Schema
  /// Arguments of the `def` being expanded.
  var bindings: [String: Binding] = [:]
  /// Names of the `def`s being expanded, outermost first.
  var expanding: [Name] = []
  /// How many calls of `def`s have been put in so far.
  var expansions = 0
  /// How deep the expression being checked stands in others, `def`s put in.
  var depth = 0
  /// Whether that was too deep: what is left of the expression is not read.
  var isTooDeep = false
  /// Whether a bare name means a param or `let`, as in the prose of a report.
  var namesValues = false
  /// Where aggregates may stand.
  var aggregation: Aggregation = .forbidden
  /// Whether time functions may stand.
  var allowsWindows: Bool
  /// Time functions met; the n-th is column `schema.fields.count + n` of the extended input.
  package internal(set) var windows: [WindowCall] = []
  /// Fields of those columns.
  package internal(set) var windowFields: [Field] = []
  /// Aggregates met; the n-th is column `keys.count + n` of the grouped table.
  package internal(set) var calls: [AggregateCall] = []
  /// What names a group of rows, from `derive … by`; nil when the whole table is one.
  var groups: [Int]?
  /// The plan the columns come from: what filters have fixed.
  var fixed: Set<String>
  /// Whether filters have left out periods.
  let timeFiltered: Bool

  /// Whether and how aggregates may be used.
  enum Aggregation {
    case forbidden
    /// Columns outside an aggregate must be one of these keys.
    case over(keys: [Int])
    /// The aggregate of the row's group, named by these columns, repeated on each row.
    case repeated(keys: [Int])
  }

  /// A scope of the columns of a plan.
  package init(_ plan: LogicalPlan, windows: Bool = true) {
    schema = plan.schema
    fixed = plan.fixed
    timeFiltered = plan.timeFiltered
    allowsWindows = windows
  }

  /// A scope without columns.
  package init() {
    schema = Schema([])
    fixed = []
    timeFiltered = false
    allowsWindows = false
  }
}

extension Scope {
  /// A scope without columns, in which a bare name is a param or `let`.
  package static var ofValues: Scope {
    var scope = Scope()
    scope.namesValues = true
    return scope
  }

  /// Lets aggregates be used; columns outside them must be keys.
  package mutating func aggregate(over keys: [Int]) {
    aggregation = .over(keys: keys)
  }

  /// Lets aggregates and ranks be used inside groups; their results are repeated on each row.
  package mutating func repeatAggregates(over keys: [Int]) {
    aggregation = .repeated(keys: keys)
    groups = keys
  }

  /// Whether rows become one of each group here.
  var isGrouped: Bool {
    if case .over = aggregation { return true }
    return false
  }
}
