import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Adds or recomputes columns.
  static let derive = Verb(
    "derive", items: .expressions, form: .equals,
    clauses: [
      ClauseSignature("replace", "NAME = EXPRESSION", .expressions, form: .equals),
      ClauseSignature("by", "KEY, …", .columns),
    ],
    UnitDocumentation(
      "derive NAME = EXPRESSION, … by KEY, …",
      "Adds columns, each computed from the row and its series.",
      details: [
        "A later item may use the columns of earlier ones.",
        "With `by` aggregates and ranks are those of the row's group. In a table without declared "
          + "keys it also names the series of time functions, unless the time axis is one of them.",
        "A key or time column is only given new values with `derive replace NAME = …`.",
      ],
      examples: [
        "population | where year = 2022 | derive thousands = round(inhabitants / 1000, 1) | take 3",
        "population | derive increase = change(inhabitants) | where year = 2021 | take 3",
        "population | where year = 2022 "
          + "| derive part = inhabitants / sum(inhabitants) * 100 by province | take 3",
      ])
  ) { call, planner in
    var plan = call.input
    let replaced = call.clause("replace") ?? []
    guard !call.items.isEmpty || !replaced.isEmpty else {
      _ = planner.single([], of: call, "an item `name = expression`")
      return nil
    }
    guard let groups = Derivation.groups(call, replaced, &planner) else { return nil }
    for (item, mayReplace) in call.items.map({ ($0, false) }) + replaced.map({ ($0, true) }) {
      guard let name = item.name else {
        planner.report(
          "expected-definition", "`derive` needs a name for this", at: item.range,
          label: planner.decimalComma(item) ?? Derivation.meant(item))
        continue
      }
      var scope = Scope(plan)
      if let keys = groups.keys { scope.repeatAggregates(over: keys) }
      guard let typed = planner.check(item.value, &scope) else { continue }
      let old = plan.schema.index(of: name.text)
      if let old, !mayReplace, Derivation.isAxis(plan.schema.fields[old].role) {
        planner.report(
          "redefines-key",
          "`\(name.text)` is the \(plan.schema.fields[old].role.name) of the table", at: name.range,
          label: "write `derive replace \(name.text) = …` to change it all the same")
        continue
      }
      plan = Derivation.add(name.text, typed, at: old, to: plan.extended(with: scope), plan.schema)
    }
    return plan
  }
}

/// Adding a computed column to a plan.
enum Derivation {
  /// The groups of a stage.
  struct Groups {
    /// Positions of the columns that name them; nil without `by`.
    let keys: [Int]?
  }

  /// The columns after `by`, which keep their places; nil when they are wrong.
  static func groups(_ call: VerbCall, _ replaced: [Item], _ planner: inout Planner) -> Groups? {
    guard let items = call.clause("by") else { return Groups(keys: nil) }
    let before = planner.diagnostics.count
    let keys = planner.columns(items, in: call.schema)
    guard planner.diagnostics.count == before else { return nil }
    for item in call.items + replaced {
      guard let name = item.name, keys.contains(where: { call.schema.fields[$0].name == name.text })
      else { continue }
      planner.report(
        "redefines-key", "`\(name.text)` names the groups and cannot change here", at: name.range)
      return nil
    }
    return Groups(keys: keys)
  }

  /// How an item without a name is given one.
  static func meant(_ item: Item) -> String {
    guard case .binary(.equal, .name(let name), _, _) = item.value else {
      return "write `name = …`"
    }
    return "`==` compares; write `\(name.text) = …`"
  }

  /// Whether comparisons depend on the column.
  static func isAxis(_ role: Role) -> Bool {
    switch role {
    case .key, .time, .edition: true
    case .candidateKey, .measure, .attribute, .note: false
    }
  }

  /// The plan with one more column, or another in its place, and without helper columns.
  static func add(
    _ name: String, _ expr: TypedExpr, at position: Int?, to plan: LogicalPlan, _ schema: Schema
  ) -> LogicalPlan {
    var plan = plan
    var columns = schema.fields.enumerated().map { index, field in
      (field: field, expr: TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field)))
    }
    var field = Field.computed(name, expr.type, expr.meaning)
    if let position {
      let role = schema.fields[position].role
      // It is still called the same, and shown so.
      field.label = schema.fields[position].label
      field.description = schema.fields[position].description
      if isAxis(role) || (role == .candidateKey && expr.type == .text) {
        field.role = role
        field.measure = nil
      }
      columns[position] = (field, expr)
      plan.fixed.remove(name)
    } else {
      columns.append((field, expr))
    }
    return plan.projected(columns)
  }
}
