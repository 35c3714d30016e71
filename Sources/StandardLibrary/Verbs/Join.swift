import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Adds the columns of another table to rows with the same key.
  static let join = Verb(
    "join", items: .tables,
    clauses: [
      ClauseSignature("on", "KEY, LEFT = RIGHT", .columns, form: .equals),
      ClauseSignature("kind", "left | inner | full | semi | anti", .values),
      ClauseSignature("match", "one | many", .values),
      ClauseSignature("asof", "TIME", .columns, form: .equals),
      ClauseSignature("max", "PERIODS", .values),
    ],
    UnitDocumentation(
      "join TABLE on KEY, LEFT = RIGHT kind KIND match MANY asof TIME max PERIODS",
      "Adds the columns of another table to the rows that have the same key.",
      details: [
        "`kind left` keeps every row, and what is not there is `missing: no_row`; `inner` keeps "
          + "the rows with a match, `full` adds rows of the other table without one; `semi` and "
          + "`anti` keep the rows with or without a match and add no columns.",
        "A key that occurs twice in the other table is an error, found before any row is lost; "
          + "`match many` gives a row for each.",
        "A missing key matches nothing; such rows, and keys without a match, are counted in a "
          + "note.",
        "`asof year max 2` takes the row of the same or the nearest earlier period, at most so "
          + "many periods back, and adds `year_asof`: the period it was taken from.",
      ],
      examples: [
        "municipalities | where province = \"Utrecht\" | select municipality, ggd_region "
          + "| join (population | where year = 2023 | select municipality, inhabitants) "
          + "on municipality | take 3",
        "participants | select municipality, organisation "
          + "| join (municipalities | select municipality, province) on municipality | take 3",
      ])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "table") else { return nil }
    let kind = planner.word(
      "kind", of: call, among: JoinKind.allCases.map(\.rawValue), standard: "left")
    let match = planner.word("match", of: call, among: ["one", "many"], standard: "one")
    guard let right = planner.otherTable(item), let kind = kind.flatMap(JoinKind.init),
      let match
    else { return nil }
    guard let asof = JoinKeys.asof(call, right.schema, &planner),
      let on = JoinKeys.pairs(call, right.schema, hasAsof: asof != nil, &planner)
    else { return nil }
    guard !(asof != nil && (match == "many" || kind == .full)) else {
      planner.report(
        "asof-takes-one", "`asof` takes one row of the other table for each row",
        at: call.clauseRange("asof") ?? call.stage.range,
        label: "leave out `\(match == "many" ? "match many" : "kind full")`")
      return nil
    }
    let columns = JoinColumns(
      call, right, on: on, asof: asof, kind: kind, isMany: match == "many")
    guard columns.areDistinct(call, planner.title(ofTable: item), &planner) else { return nil }
    let entity =
      call.schema.fields.compactMap(\.entity).first
      ?? right.schema.fields.compactMap(\.entity).first ?? (try? planner.catalog.entity("region"))
    let combination = JoinRows(
      on: on, asof: asof, kind: kind, isMany: match == "many", taken: columns.taken,
      title: planner.title(ofTable: item), regions: entity, file: planner.file,
      range: call.stage.range)
    return LogicalPlan(
      .combine(call.input, right, combination), schema: columns.schema, fixed: columns.fixed,
      timeFiltered: call.input.timeFiltered)
  }
}

/// Which rows of a join are kept.
enum JoinKind: String, CaseIterable, Sendable {
  case left, inner, full, semi, anti

  /// Whether columns of the other table are added.
  var addsColumns: Bool {
    switch self {
    case .left, .inner, .full: true
    case .semi, .anti: false
    }
  }
}

/// A pair of key columns of equal type, by position.
struct JoinPair: Sendable {
  let left: Int
  let right: Int
}

/// The time columns of an `asof`, and how far back may be looked.
struct JoinAsof: Sendable {
  let pair: JoinPair
  let limit: Int?
}
