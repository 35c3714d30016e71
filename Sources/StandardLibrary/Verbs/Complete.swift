import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Adds the rows that are not there.
  static let complete = Verb(
    "complete", items: .expressions,
    UnitDocumentation(
      "complete KEY, TIME in FIRST..LAST, …",
      "Adds a row for each combination of the named keys that has none.",
      details: [
        "A key without `in` has the values that occur. Attributes of the named keys are copied, "
          + "every other cell is `missing: no_row`; the rows are then in the order of the keys.",
        "A region gets no row for a period on whose first day it does not exist.",
      ],
      examples: [
        "population | where municipality in [\"Weesp\", \"Purmerend\"] "
          + "| complete municipality, year in 2020..2024",
        "initiative_counts | where phase is missing and theme is missing "
          + "| sum initiatives by scope, year | complete scope, year in 2016..2020",
      ])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "key")
      return nil
    }
    var axes: [CompleteAxis] = []
    for item in call.items {
      guard let axis = Completing.axis(item, call, &planner) else { return nil }
      if axes.contains(where: { $0.column == axis.column }) {
        planner.report("column-twice", "this key is named twice", at: item.range)
        return nil
      }
      axes.append(axis)
    }
    let columns = axes.map(\.column)
    let left = call.schema.fields.indices.filter {
      Derivation.isAxis(call.schema.fields[$0].role) && !columns.contains($0)
        && !call.input.fixed.contains(call.schema.fields[$0].name)
    }.map { call.schema.fields[$0].name }
    guard left.isEmpty else {
      planner.report(
        "key-left-out", "new rows would have no " + left.joined(separator: ", "),
        at: call.stage.range,
        label: "name " + left.map { "`\($0)`" }.joined(separator: ", ") + " too",
        notes: ["or drop it first, or keep one value with `where \(left[0]) = …`"])
      return nil
    }
    guard let lifetimes = Completing.lifetimes(axes, call, &planner) else { return nil }
    let rows = CompleteRows(
      axes: axes, time: columns.first { call.schema.fields[$0].role == .time },
      copied: Completing.copied(call, columns), lifetimes: lifetimes, file: planner.file,
      range: call.stage.range)
    let names = Set(columns.map { call.schema.fields[$0].name })
    return LogicalPlan(
      .transform(call.input, rows), schema: call.schema,
      fixed: call.input.fixed.subtracting(names), timeFiltered: call.input.timeFiltered)
  }
}

/// A key of `complete` with the values it should have; nil for those that occur.
struct CompleteAxis: Sendable {
  let column: Int
  let values: [Value]?
}

/// Reading the items of `complete`.
enum Completing {
  private static let longest = 100_000

  static func axis(_ item: Item, _ call: VerbCall, _ planner: inout Planner) -> CompleteAxis? {
    guard case .binary(.isIn, let left, let right, _) = item.value else {
      let column = planner.column(item.value, in: call.schema)
      return column.map { CompleteAxis(column: $0, values: nil) }
    }
    guard let column = planner.column(left, in: call.schema) else { return nil }
    var scope = Scope(call.input, windows: false)
    guard let test = planner.check(item.value, &scope) else { return nil }
    switch test.node {
    case .isIn(_, let values): return CompleteAxis(column: column, values: values)
    case .isBetween(_, let low, let high):
      guard let low = low.literal, let high = high.literal else {
        planner.report(
          "not-constant", "this must be a range known before data is read", at: right.range)
        return nil
      }
      guard let values = steps(low, high) else {
        planner.report(
          "wrong-value", "this range cannot be counted out", at: right.range,
          label: "write whole numbers, days or periods of one length, the first one first",
          notes: ["at most \(longest) values"])
        return nil
      }
      return CompleteAxis(column: column, values: values)
    default:
      planner.report("misplaced-in", "`in` needs a list or a range", at: right.range)
      return nil
    }
  }

  /// Every step of a range, both ends included.
  private static func steps(_ low: Value, _ high: Value) -> [Value]? {
    switch (low, high) {
    case (.integer(let first), .integer(let last)):
      guard first <= last, last.subtractingReportingOverflow(first).overflow == false,
        last - first < Int64(longest)
      else { return nil }
      return (first...last).map { .integer($0) }
    case (.date(let first), .date(let last)):
      guard first <= last, Int(last.days) - Int(first.days) < longest else { return nil }
      return (first.days...last.days).map { .date(CalendarDate(days: $0)) }
    case (.period(let first), .period(let last)):
      guard first.granularity == last.granularity, !first.isSpan, !last.isSpan,
        first.first <= last.first, Int(last.first) - Int(first.first) < longest
      else { return nil }
      return (first.first...last.first).map {
        .period(Period(first.granularity, $0, notation: first.notation))
      }
    default: return nil
    }
  }

  /// Columns with one value, and attributes that depend on named keys, with the positions of those.
  static func copied(_ call: VerbCall, _ columns: [Int]) -> [CopiedAttribute] {
    let schema = call.schema
    func isFixed(_ index: Int) -> Bool { call.input.fixed.contains(schema.fields[index].name) }
    return schema.fields.indices.compactMap { index in
      if isFixed(index), !columns.contains(index) { return CopiedAttribute(column: index, of: []) }
      guard case .attribute(let keys) = schema.fields[index].role, !keys.isEmpty else { return nil }
      let positions = keys.compactMap { schema.index(of: $0) }
      guard positions.count == keys.count, !columns.contains(index),
        positions.allSatisfy({ columns.contains($0) || isFixed($0) })
      else { return nil }
      return CopiedAttribute(column: index, of: positions.filter(columns.contains))
    }
  }

  /// When regions exist, for the columns of regions; nil when a fault was reported.
  static func lifetimes(_ axes: [CompleteAxis], _ call: VerbCall, _ planner: inout Planner)
    -> [Int: RegionLifetimes]?
  {
    let columns = axes.map(\.column).filter { call.schema.fields[$0].entity?.name == "region" }
    guard let first = columns.first else { return [:] }
    guard let source = try? planner.catalog.table("municipalities"),
      let table = planner.rows(of: planner.scan(source), for: call)?.table,
      let lifetimes = RegionLifetimes(table)
    else { return planner.diagnostics.isEmpty ? [:] : nil }
    return [first: lifetimes]
  }
}

/// An attribute that new rows take from rows with the same keys.
struct CopiedAttribute: Sendable {
  let column: Int
  let of: [Int]
}
