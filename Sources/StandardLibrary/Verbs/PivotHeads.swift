import Columnar
import Planning
import QuerySyntax

/// The columns a pivot makes.
struct PivotHeads {
  /// The values that become columns, in order; a missing one last.
  private(set) var values: [Value] = []
  private(set) var fields: [Field] = []
  private static let limit = 1000

  /// The columns that tell which columns are made.
  static func columns(_ schema: Schema, value: Int, by column: Int) -> [Int] {
    guard let measure = schema.fields[value].measure, measure.kind == .mixed else {
      return [column]
    }
    let named = [measure.unitColumn, measure.kindColumn].compactMap { $0 }
    return [column] + named.compactMap { name in schema.fields.firstIndex { $0.name == name } }
  }

  /// The values of a column of a table that was read; `value` is what stands below them.
  init(_ table: Table, by column: Int, value: Field) {
    let source = table.columns[column]
    let entity = table.schema.fields[column].entity
    let units = PivotUnits(table, by: column, value: value)
    let (distinct, order) = Self.distinct(source, entity)
    for row in order {
      let head = distinct.reason(at: row) == nil ? distinct.value(at: row) : .missing(.unknown)
      values.append(head)
      fields.append(units.field(named: Self.name(head, entity), of: head))
    }
    // Codes that share a label are told apart by the code.
    let names = fields.map(\.name)
    for index in names.indices where names.filter({ $0 == names[index] }).count > 1 {
      if case .text(let code) = values[index] { fields[index].name = code }
    }
  }

  /// A column with the different values of another among its rows, and the rows that have them, in
  /// the order of the values; a missing one last.
  private static func distinct(_ source: Column, _ entity: Entity?) -> (Column, [Int]) {
    if let grid = KeyGrid([source], most: 1 << 16) {
      var isUsed = [Bool](repeating: false, count: grid.cellCount)
      for cell in grid.cells([source], count: source.count) { isUsed[Int(cell)] = true }
      let cells = grid.ordered([entity]) { isUsed[$0] }
      return (grid.keys(of: cells)[0], Array(cells.indices))
    }
    let ranks = source.ranks(entity: entity)
    let order = RowOrder.sorted(
      source.count, by: [RowOrder.Key(ranks: ranks, isDescending: false)])
    var last: Int?
    return (
      source,
      order.filter { row in
        defer { last = ranks[row] }
        return ranks[row] != last
      }
    )
  }

  private static func name(_ value: Value, _ entity: Entity?) -> String {
    switch value {
    case .missing: "missing"
    case .text(let code): entity?.label(of: code) ?? code
    case .boolean, .integer, .number, .date, .period: value.shown
    }
  }

  /// The columns that name a row of the result: all keys and attributes but those of the column
  /// that becomes columns.
  static func keys(_ schema: Schema, value: Int, by column: Int) -> [Int] {
    let pivoted = schema.fields[column].name
    return schema.fields.indices.filter { index in
      guard index != value, index != column else { return false }
      switch schema.fields[index].role {
      case .key, .candidateKey, .time, .edition: return true
      case .attribute(let keys): return keys != [pivoted]
      case .measure, .note: return false
      }
    }
  }

  /// Whether there are columns, not too many, with names of their own.
  func areSound(_ keys: [String], _ call: VerbCall, _ planner: inout Planner) -> Bool {
    guard fields.count <= Self.limit else {
      planner.report(
        "too-many-columns", "this would make \(fields.count) columns, at most \(Self.limit) are",
        at: call.clauseRange("by") ?? call.stage.range)
      return false
    }
    var seen = Set(keys)
    for field in fields where !seen.insert(field.name).inserted {
      planner.report(
        "name-twice", "two columns would be called `\(field.name)`", at: call.stage.range,
        label: "rename or drop the one the table has")
      return false
    }
    guard fields.isEmpty, keys.isEmpty else { return true }
    planner.report(
      "no-columns", "the table has no rows, so no column would be left",
      at: call.stage.range)
    return false
  }

  /// Says which measures a pivot leaves out.
  func leftOut(_ names: [String]) -> Note {
    let list = names.joined(separator: ", ")
    return Note(
      code: "columns-left-out", dutch: "niet in het resultaat: \(list)",
      english: "not in the result: \(list)")
  }
}

/// Kind and unit of the columns of a pivot: those of the measure, or of a mixed measure those of
/// the rows of each value.
private struct PivotUnits {
  private let source: Field
  private var texts: [Value: (unit: Set<String>, kind: Set<String>)] = [:]

  init(_ table: Table, by column: Int, value: Field) {
    source = value
    guard source.measure?.kind == .mixed else { return }
    let unit = source.measure?.unitColumn.flatMap { table.column($0) }
    let kind = source.measure?.kindColumn.flatMap { table.column($0) }
    for row in 0..<table.count {
      let key = table.columns[column].value(at: row)
      if case .text(let text)? = unit?.value(at: row) {
        texts[key, default: ([], [])].unit.insert(text)
      }
      if case .text(let text)? = kind?.value(at: row) {
        texts[key, default: ([], [])].kind.insert(text)
      }
    }
  }

  func field(named name: String, of value: Value) -> Field {
    var field = source
    field.name = name
    field.label = nil
    field.domain = source.domain
    guard source.measure?.kind == .mixed, let found = texts[value] else { return field }
    if found.unit.count == 1, let unit = found.unit.first { field.unit = MeasureUnit(unit) }
    if found.kind.count == 1, let kind = found.kind.first.flatMap(Self.kind) {
      field.measure = Measure(kind)
    }
    return field
  }

  private static func kind(_ name: String) -> MeasureKind? {
    let kinds: [MeasureKind] = [
      .count(stock: false), .amount, .percentage, .rate, .index, .score, .share, .cumulative,
    ]
    return kinds.first { $0.name == name }
  }
}
