import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// The rows with the largest values.
  static let top = ranking("top", descending: true)

  /// The rows with the smallest values.
  static let bottom = ranking("bottom", descending: false)

  private static func ranking(_ name: String, descending: Bool) -> Verb {
    Verb(
      name, items: .values,
      clauses: [
        ClauseSignature("by", "VALUE", .expressions),
        ClauseSignature("within", "KEY, …", .columns),
      ], keepsColumns: true,
      UnitDocumentation(
        "\(name) N by VALUE within KEY, …",
        "Keeps the N rows with the \(descending ? "largest" : "smallest") values, within groups.",
        details: [
          "Ties for the last place are kept and said; missing values never rank.",
          "A total row is not ranked with its parts, nor are variants with each other: "
            + "both are errors.",
        ],
        examples: [
          "population | where year = 2023 | \(name) 3 by inhabitants",
          "population | where year = 2023 | \(name) 1 by inhabitants within province",
        ])
    ) { call, planner in
      guard let item = planner.single(call.items, of: call, "number of rows") else { return nil }
      let count = planner.wholeNumber(item, "the number of rows", atLeast: 1)
      var scope = Scope(call.input)
      let value = RankedValue.find(call, &scope, &planner)
      let within = call.clause("within").map { planner.columns($0, in: call.schema) } ?? []
      guard let count, let value,
        planner.ranksAlike(call.input, within: within, at: call.stage.range)
      else { return nil }
      let extended = call.input.extended(with: scope)
      return LogicalPlan(
        .top(
          extended, Ranking(count: count, by: value, within: within, descending: descending)),
        schema: extended.schema, fixed: call.input.fixed, timeFiltered: call.input.timeFiltered
      ).restricted(to: call.schema)
    }
  }
}

/// The value rows are ranked by.
enum RankedValue {
  /// What `by` names; without it the only measure of the table.
  static func find(_ call: VerbCall, _ scope: inout Scope, _ planner: inout Planner) -> TypedExpr? {
    if let items = call.clause("by") {
      guard let item = planner.single(items, of: call, "value after `by`") else { return nil }
      return planner.orderingValue(item.value, &scope)
    }
    let measures = call.schema.fields.indices.filter {
      call.schema.fields[$0].role == .measure
    }
    guard measures.count == 1, let index = measures.first else {
      planner.report(
        "missing-item", "it is not said by which value to rank", at: call.stage.range,
        label: "add `by VALUE`",
        notes: measures.isEmpty
          ? []
          : ["measures: " + measures.map { call.schema.fields[$0].name }.joined(separator: ", ")])
      return nil
    }
    let field = call.schema.fields[index]
    return TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field))
  }
}
