import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Gives columns other names.
  static let rename = Verb(
    "rename", items: .columns, form: .equals,
    UnitDocumentation(
      "rename NEW = OLD, …", "Gives columns other names; roles and values stay.",
      examples: ["population | rename people = inhabitants | take 3"])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "an item `new = old`")
      return nil
    }
    var names: [Int: String] = [:]
    for item in call.items {
      guard let name = item.name else {
        planner.report(
          "expected-definition", "`rename` needs a new name", at: item.range,
          label: "write `new = old`")
        continue
      }
      if call.schema.index(of: name.text) != nil, case .name(let other) = item.value,
        call.schema.index(of: other.text) == nil
      {
        planner.report(
          "unknown-column", "no column `\(other.text)`, which is to be called `\(name.text)`",
          at: other.range, label: "the new name comes first: `\(other.text) = \(name.text)`")
        continue
      }
      guard let index = planner.column(item.value, in: call.schema) else { continue }
      if names[index] != nil {
        planner.report(
          "column-twice", "the column `\(call.schema.fields[index].name)` is named twice",
          at: item.value.range)
      }
      names[index] = name.text
    }
    let all = call.schema.fields.indices.map { names[$0] ?? call.schema.fields[$0].name }
    for (index, name) in all.enumerated() where all.firstIndex(of: name) != index {
      planner.report(
        "name-twice", "two columns would be called `\(name)`", at: call.stage.range,
        label: "drop one of them or choose another name")
      return nil
    }
    return Renaming.apply(names, to: call.input)
  }
}

/// Renaming columns everywhere a schema names them.
enum Renaming {
  static func apply(_ names: [Int: String], to plan: LogicalPlan) -> LogicalPlan {
    let old = plan.schema
    var changed: [String: String] = [:]
    for (index, name) in names { changed[old.fields[index].name] = name }
    func new(_ name: String) -> String { changed[name] ?? name }
    var result = plan.keeping(Array(old.fields.indices))
    for index in old.fields.indices {
      var field = old.fields[index]
      field.name = new(field.name)
      if names[index] != nil { field.label = nil }
      if case .attribute(let keys) = field.role { field.role = .attribute(of: keys.map(new)) }
      if var measure = field.measure {
        measure.weight = measure.weight.map(new)
        measure.lower = measure.lower.map(new)
        measure.upper = measure.upper.map(new)
        measure.observations = measure.observations.map(new)
        measure.unitColumn = measure.unitColumn.map(new)
        measure.kindColumn = measure.kindColumn.map(new)
        field.measure = measure
      }
      result.schema.fields[index] = field
    }
    result.schema.breaks = old.breaks.map { $0.renamed(to: new($0.key)) }
    result.schema.totals = old.totals.map {
      Schema.Total(column: new($0.column), value: $0.value)
    }
    result.schema.provisional = old.provisional.map(new)
    result.schema.variant = old.variant.map(new)
    result.fixed = Set(plan.fixed.map(new))
    return result
  }
}
