import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Numbers rows by a value.
  static let rank = Verb(
    "rank", items: .columns, clauses: [ClauseSignature("within", "KEY, …", .columns)],
    UnitDocumentation(
      "rank MEASURE, -MEASURE within KEY, …",
      "Adds `<measure>_rank`: 1 for the largest value, within groups.",
      details: [
        "Equal values have equal ranks and the next one is passed over: 1, 2, 2, 4.",
        "A missing value never ranks. With `-x` the smallest value is 1.",
        "A total row is not ranked with its parts, nor are variants with each other: "
          + "both are errors.",
      ],
      examples: [
        "population | where year = 2023 | sum inhabitants by province | rank inhabitants | take 3",
        "population | where year = 2023 | rank inhabitants within province "
          + "| where inhabitants_rank = 1 | select province, name, inhabitants | take 3",
      ])
  ) { call, planner in
    let within = call.clause("within").map { planner.columns($0, in: call.schema) } ?? []
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "measure")
      return nil
    }
    guard planner.ranksAlike(call.input, within: within, at: call.stage.range) else { return nil }
    var schema = call.schema
    var ranks: [RankRows.Rank] = []
    for item in call.items {
      var expr = item.value
      var isSmallestFirst = false
      if case .unary(.negate, let inner, _) = expr {
        expr = inner
        isSmallestFirst = true
      }
      guard let index = planner.column(expr, in: call.schema) else { return nil }
      let source = call.schema.fields[index]
      guard source.type.isNumeric || source.type == .date || source.type == .period else {
        planner.report(
          "wrong-type", "`rank` needs numbers, `\(source.name)` is \(source.type.phrase)",
          at: item.range)
        return nil
      }
      let name = "\(source.name)_rank"
      guard AddedColumns.isFree(name, schema, call, &planner) else { return nil }
      var field = Field(name, .integer)
      field.label = source.label.map { "\($0), rang" }
      schema.fields.append(field)
      ranks.append(RankRows.Rank(column: index, isSmallestFirst: isSmallestFirst))
    }
    return LogicalPlan(
      .transform(call.input, RankRows(ranks: ranks, within: within)), schema: schema,
      fixed: call.input.fixed, timeFiltered: call.input.timeFiltered)
  }
}

/// Columns that verbs add beside those of the table.
enum AddedColumns {
  /// Whether the table has no column of a name; reports when it has.
  static func isFree(_ name: String, _ schema: Schema, _ call: VerbCall, _ planner: inout Planner)
    -> Bool
  {
    guard schema.index(of: name) != nil else { return true }
    planner.report(
      "name-twice", "the table has a column `\(name)` already", at: call.stage.range,
      label: "rename or drop it first")
    return false
  }
}

/// Adds ranks of values within groups.
struct RankRows: TableTransform {
  /// A column and its direction.
  struct Rank: Sendable {
    let column: Int
    let isSmallestFirst: Bool
  }

  let ranks: [Rank]
  let within: [Int]
  let summary = "rank"

  func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<any TableTransform>? {
    let count = input.fields.count
    let added = ranks.indices.filter { wanted.contains(count + $0) }
    let own = Set(within).union(added.map { ranks[$0].column })
    return Self.passing(wanted, of: count, own: own, added: added) { kept in
      RankRows(
        ranks: added.map { index in
          Rank(
            column: kept.place(of: ranks[index].column),
            isSmallestFirst: ranks[index].isSmallestFirst)
        }, within: within.map(kept.place))
    }
  }

  func apply(_ input: Table, _ run: TransformRun) -> Batch {
    var encoder = KeyEncoder(columnCount: within.count)
    let groups = encoder.encode(within.map { input.columns[$0] }, count: input.count).ids
    var columns = input.columns
    for rank in ranks {
      columns.append(Self.column(input.columns[rank.column], rank, groups, encoder.count))
    }
    return Batch(columns: columns, count: input.count)
  }

  private static func column(
    _ source: Column, _ rank: Rank, _ groups: [UInt32], _ count: Int
  ) -> Column {
    let values = source.ranks()
    let order = RowOrder.sorted(
      source.count, by: [RowOrder.Key(ranks: values, isDescending: !rank.isSmallestFirst)])
    var result = [Int64](repeating: 0, count: source.count)
    var seen = [Int64](repeating: 0, count: count)
    var last = [(value: Int, rank: Int64)](repeating: (Int.max, 0), count: count)
    for row in order where (source.missing?[row] ?? 0) == 0 {
      let group = Int(groups[row])
      seen[group] += 1
      if last[group].value != values[row] { last[group] = (values[row], seen[group]) }
      result[row] = last[group].rank
    }
    return Column(.integer(result), missing: source.missing)
  }
}
