import Columnar
import Planning
import QuerySyntax

/// The columns a join gives, with their roles: those of the left table as they are, and of the
/// other table all that are no keys of the join.
struct JoinColumns {
  /// Positions of the columns taken from the other table.
  let taken: [Int]
  private(set) var schema: Schema
  /// Columns that have one value only.
  let fixed: Set<String>

  init(
    _ call: VerbCall, _ right: LogicalPlan, on: [JoinPair], asof: JoinAsof?, kind: JoinKind,
    isMany: Bool
  ) {
    let left = call.schema
    schema = left
    guard kind.addsColumns else {
      taken = []
      fixed = call.input.fixed
      return
    }
    let pairs = on + (asof.map { [$0.pair] } ?? [])
    let keys = Set(pairs.map(\.right))
    taken = right.schema.fields.indices.filter { !keys.contains($0) }
    var names: [String: String] = [:]
    for pair in pairs {
      names[right.schema.fields[pair.right].name] = left.fields[pair.left].name
    }
    let joined = pairs.map { left.fields[$0.left].name }
    for index in taken {
      schema.fields.append(
        Self.field(right.schema.fields[index], names, joined, left, isMany: isMany))
    }
    if let asof {
      var field = left.fields[asof.pair.left]
      field.name += "_asof"
      field.label = field.label.map { "\($0) van de waarde" }
      field.role = .note
      schema.fields.append(field)
    }
    if kind == .full {
      for pair in on { schema.fields[pair.left].domain = nil }
    }
    schema.breaks += right.schema.breaks.compactMap { set in
      let name = names[set.key] ?? set.key
      let isNew = !left.breaks.contains { $0.key == name } && (isMany || names[set.key] != nil)
      return isNew ? set.renamed(to: name) : nil
    }
    schema.totals += right.schema.totals.compactMap { total in
      let name = names[total.column] ?? total.column
      let mark = Schema.Total(column: name, value: total.value)
      return left.totals.contains(mark) || names[total.column] != nil ? nil : mark
    }
    schema.provisional = left.provisional ?? right.schema.provisional.map { names[$0] ?? $0 }
    schema.variant = left.variant ?? right.schema.variant.map { names[$0] ?? $0 }
    fixed = kind == .full ? [] : call.input.fixed.union(right.fixed.subtracting(names.keys))
  }

  /// A column of the other table: with `match many` its keys stay keys; else the join decides
  /// them, so that they are attributes of its keys.
  private static func field(
    _ field: Field, _ names: [String: String], _ joined: [String], _ left: Schema, isMany: Bool
  ) -> Field {
    var field = field
    switch field.role {
    case .key, .candidateKey:
      if !isMany { field.role = .attribute(of: joined) }
    case .time:
      field.role = !isMany ? .attribute(of: joined) : left.time == nil ? .time : .key
    case .edition:
      field.role = !isMany ? .attribute(of: joined) : left.edition == nil ? .edition : .key
    case .attribute(let keys): field.role = .attribute(of: keys.map { names[$0] ?? $0 })
    case .measure:
      let weight = field.measure?.weight.map { names[$0] ?? $0 }
      field.measure?.weight = weight
    case .note: break
    }
    return field
  }

  /// Whether no name occurs twice; reports all that do, with the way to tell them apart.
  func areDistinct(_ call: VerbCall, _ title: String, _ planner: inout Planner) -> Bool {
    var seen = Set<String>()
    let twice = schema.names.filter { !seen.insert($0).inserted }
    guard let first = twice.first else { return true }
    let table = title.hasPrefix("`") ? String(title.dropFirst().dropLast()) : "…"
    var notes = ["or leave it out: `join (\(table) | drop \(twice.joined(separator: ", "))) …`"]
    let keys = twice.filter { name in
      call.schema.field(name).map { Derivation.isAxis($0.role) } ?? false
    }
    if !keys.isEmpty {
      notes.insert("or match on it: `on …, \(keys.joined(separator: ", "))`", at: 0)
    }
    planner.report(
      "name-twice",
      "both tables have \(twice.count == 1 ? "a column" : "columns") "
        + twice.map { "`\($0)`" }.joined(separator: ", "),
      at: call.stage.range,
      label: "rename it: `join (\(table) | rename \(first)_2 = \(first)) …`",
      notes: notes)
    return false
  }
}
