import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Adds the rows of another table below.
  static let append = Verb(
    "append", items: .tables,
    UnitDocumentation(
      "append TABLE, …", "Adds the rows of other tables below, columns matched by name.",
      details: [
        "A column that one table lacks is `missing: no_row` in its rows; an integer widens to a "
          + "number, any other difference of type is an error, and so are unlike units and kinds.",
        "Roles stay those of the table before the `|`.",
      ],
      examples: [
        "population | where year = 2020 | append (population | where year = 2023) "
          + "| sum inhabitants by year"
      ])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "table")
      return nil
    }
    var plan = call.input
    for item in call.items {
      guard let other = planner.otherTable(item) else { return nil }
      guard let schema = Appending.schema(plan.schema, other.schema, item, &planner) else {
        return nil
      }
      plan = LogicalPlan(
        .combine(plan, other, AppendRows(schema: schema)), schema: schema,
        timeFiltered: plan.timeFiltered && other.timeFiltered)
    }
    return plan
  }
}

/// The columns of two tables below each other.
enum Appending {
  /// Those of the first, then those only the second has; nil when they do not fit.
  static func schema(_ left: Schema, _ right: Schema, _ item: Item, _ planner: inout Planner)
    -> Schema?
  {
    var result = left
    var isSound = true
    for field in right.fields {
      guard let index = left.index(of: field.name) else {
        var added = field
        if field.role != .measure {
          added.role = .note
          added.measure = nil
        }
        result.fields.append(added)
        continue
      }
      guard fits(left.fields[index], field, item, &planner) else {
        isSound = false
        continue
      }
      if left.fields[index].type == .integer { result.fields[index].type = field.type }
      result.fields[index].domain = joined(left.fields[index].domain, field.domain)
    }
    for (index, field) in left.fields.enumerated() where right.index(of: field.name) == nil {
      if result.fields[index].domain != nil { result.fields[index].domain = field.domain }
    }
    for total in right.totals where !result.totals.contains(total) { result.totals.append(total) }
    for set in right.breaks where !result.breaks.contains(where: { $0.key == set.key }) {
      result.breaks.append(set)
    }
    result.provisional = left.provisional ?? right.provisional
    result.variant = left.variant ?? right.variant
    return isSound ? result : nil
  }

  private static func fits(
    _ left: Field, _ right: Field, _ item: Item, _ planner: inout Planner
  ) -> Bool {
    guard left.type == right.type || (left.type.isNumeric && right.type.isNumeric) else {
      planner.report(
        "type-clash",
        "`\(left.name)` is \(left.type.phrase) here and \(right.type.phrase) in the other table",
        at: item.range, label: "convert one of them first",
        notes: ["as in `derive replace \(left.name) = text(\(left.name))`"])
      return false
    }
    guard left.role == .measure, right.role == .measure else { return true }
    if let unit = left.unit, let other = right.unit, unit != other {
      planner.report(
        "unlike-units",
        "`\(left.name)` is in \(unit.text) here and in \(other.text) in the other table",
        at: item.range, label: "rename or convert one of them first")
      return false
    }
    guard let kind = left.measure?.kind, let other = right.measure?.kind, kind != .undeclared,
      other != .undeclared, kind != other
    else { return true }
    planner.report(
      "unlike-kinds",
      "`\(left.name)` is a \(kind.name) here and a \(other.name) in the other table",
      at: item.range, label: "rename one of them first",
      notes: kind.name == other.name ? ["one of them is a stock: `count(stock: true)`"] : [])
    return false
  }

  /// The values of both, when both are known.
  private static func joined(_ left: ValueDomain?, _ right: ValueDomain?) -> ValueDomain? {
    guard let left, let right else { return nil }
    return ValueDomain {
      let first = left.values
      let seen = Set(first)
      return first + right.values.filter { !seen.contains($0) }
    }
  }
}

/// The rows of one table below those of another.
struct AppendRows: TableCombination {
  /// The columns of the result.
  let schema: Schema
  let summary = "append"

  func estimatedRows(_ left: Double, _ right: Double) -> Double? { left + right }

  func narrowed(to wanted: Set<Int>, of left: Schema, _ right: Schema) -> NarrowedStep<
    any TableCombination
  >? {
    let kept = KeptColumns(wanted)
    var narrow = schema
    narrow.fields = kept.fields(of: schema.fields)
    let inputs = [left, right].map { side in
      KeptColumns(Set(narrow.names.compactMap { side.index(of: $0) }))
    }
    return NarrowedStep(AppendRows(schema: narrow), inputs: inputs, outputs: kept)
  }

  func apply(_ left: Table, _ right: Table, _ run: TransformRun) -> Batch {
    let columns = schema.fields.map { field in
      Column.concatenate(
        [Self.column(field, left), Self.column(field, right)], type: field.type)
    }
    return Batch(columns: columns, count: left.count + right.count)
  }

  private static func column(_ field: Field, _ table: Table) -> Column {
    table.column(field.name) ?? .constant(.missing(.noRow), field.type, count: table.count)
  }
}
