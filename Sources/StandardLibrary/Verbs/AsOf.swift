import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// The figures as they were known at an edition.
  static let asOf = Verb(
    "as_of", items: .values,
    clauses: [ClauseSignature("within", "KEY, …", .columns)],
    UnitDocumentation(
      "as_of EDITION within KEY, …",
      "Keeps for each key and period the newest figure published up to an edition.",
      details: [
        "A row that is `missing: not_published` or `not_yet` in all measures is no figure: an "
          + "earlier edition's stays.",
        "Afterwards each figure stands once, so it can be added and compared over time.",
      ],
      examples: [
        "indicators | as_of 2020 | where status = \"carried_over\"",
        "indicators | as_of 2020 | count by edition",
      ])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "year or name of an edition"),
      let column = EditionAxis.column(call, &planner)
    else { return nil }
    let edition = EditionAxis.edition(item, column, call, &planner)
    let series = EditionAxis.series(call, edition: column, &planner)
    guard let edition, let series else { return nil }
    let schema = call.schema
    let newest = NewestFigures(
      series: series, time: schema.fields.firstIndex { $0.role == .time }, column: column,
      edition: edition,
      measures: schema.fields.indices.filter { schema.fields[$0].role == .measure })
    return LogicalPlan(
      .transform(call.input, newest), schema: schema,
      fixed: call.input.fixed.union([schema.fields[column].name]),
      timeFiltered: call.input.timeFiltered)
  }
}

/// Keeps of each series and period the row of the newest edition up to one.
struct NewestFigures: TableTransform {
  let series: [Int]
  let time: Int?
  let column: Int
  let edition: Value
  let measures: [Int]

  func estimatedRows(_ input: Double) -> Double? { nil }
  var summary: String { "as of \(edition.shown)" }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    let places = EditionAxis.places(input.columns[column], of: edition)
    let ranks = input.columns[column].ranks()
    let keys = series + (time.map { [$0] } ?? [])
    var encoder = KeyEncoder(columnCount: keys.count)
    let ids = encoder.encode(keys.map { input.columns[$0] }, count: input.count).ids
    let isFigure = (0..<input.count).map { self.isFigure($0, input) }
    var newest = [Int](repeating: -1, count: encoder.count)
    for row in 0..<input.count where places[row] <= 0 {
      let best = newest[Int(ids[row])]
      if best < 0 || (isFigure[row] && !isFigure[best])
        || (isFigure[row] == isFigure[best] && ranks[row] > ranks[best])
      {
        newest[Int(ids[row])] = row
      }
    }
    var kept: [Int] = []
    for row in 0..<input.count where places[row] <= 0 {
      let best = newest[Int(ids[row])]
      guard ranks[row] == ranks[best], isFigure[row] == isFigure[best] else { continue }
      // Figures whose period is not known may be of different periods: all of them stay.
      if row != best, time.map({ input.columns[$0].reason(at: row) == nil }) ?? true {
        throw EditionAxis.duplicate(keys + [column], row, input)
      }
      kept.append(row)
    }
    if kept.isEmpty, input.count > 0 {
      run.note(
        Note(
          code: "no-edition-yet", dutch: "geen cijfers tot en met editie \(edition.shown)",
          english: "no figures up to edition \(edition.shown)"))
    }
    return Batch(columns: input.columns.map { $0.gather(kept) }, count: kept.count)
  }

  /// Whether the row publishes something: not when every measure is announced or left out.
  private func isFigure(_ row: Int, _ input: Table) -> Bool {
    measures.isEmpty
      || measures.contains { index in
        let reason = input.columns[index].reason(at: row)
        return reason != .notPublished && reason != .notYet
      }
  }
}
