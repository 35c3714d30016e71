import Columnar
import QuerySyntax
import SourceText

extension Planner {
  /// The clauses that say what columns are: with one of them all others are notes.
  static let roleWords: Set = [
    "key", "time", "edition", "measure", "attribute", "provisional", "variant",
  ]

  mutating func declareRoles(
    _ stage: Stage, _ schema: inout Schema, typesAreCertain: Bool
  ) {
    let before = diagnostics.count
    defer {
      if !typesAreCertain {
        let own = diagnostics[before...].filter { $0.code != "wrong-type" }
        diagnostics.replaceSubrange(before..., with: own)
      }
    }
    for clause in stage.clauses {
      for item in clause.items {
        switch clause.word.text {
        case "key": declareKey(item, &schema)
        case "time": declareTime(item, &schema)
        case "edition":
          if let index = column(item.value, in: schema) {
            setRole(.edition, of: index, item, &schema)
          }
        case "measure": declareMeasure(item, &schema)
        case "attribute": declareAttribute(item, &schema)
        case "provisional":
          if let index = column(item.value, in: schema) {
            schema.provisional = schema.fields[index].name
          }
        case "variant":
          if let index = column(item.value, in: schema) {
            schema.variant = schema.fields[index].name
          }
        default: break
        }
      }
    }
  }

  /// Gives a column its role; a column has one.
  @discardableResult
  private mutating func setRole(
    _ role: Role, of index: Int, _ item: Item, _ schema: inout Schema
  ) -> Bool {
    let field = schema.fields[index]
    guard field.role == .note else {
      report(
        "role-twice", "`\(field.name)` is declared as \(field.role.name) already", at: item.range)
      return false
    }
    schema.fields[index].role = role
    return true
  }

  private mutating func declareKey(_ item: Item, _ schema: inout Schema) {
    guard let name = item.name else {
      if let index = column(item.value, in: schema) { setRole(.key, of: index, item, &schema) }
      return
    }
    guard let index = column(name, in: schema) else { return }
    setRole(.key, of: index, item, &schema)
    guard case .name(let word) = item.value else {
      report(
        "expected-entity", "an entity type is expected, such as `region`", at: item.value.range)
      return
    }
    do {
      guard let entity = try catalog.entity(word.text) else {
        report(
          "unknown-entity", "no entity type `\(word.text)`", at: word.range,
          label: suggestion(word.text, among: ["region"]), notes: ["entity types: region"])
        return
      }
      schema.fields[index].entity = entity
    } catch {
      adopt(error, at: word.range)
    }
  }

  private mutating func declareTime(_ item: Item, _ schema: inout Schema) {
    var granularity: Period.Granularity?
    let index: Int?
    if let name = item.name {
      index = column(name, in: schema)
      if case .name(let word) = item.value, let found = Period.Granularity(name: word.text) {
        granularity = found
      } else {
        report(
          "unknown-period-type", "a period type is expected", at: item.value.range,
          label: "year, quarter, month, week or day")
      }
    } else {
      index = column(item.value, in: schema)
    }
    guard let index else { return }
    let (name, type) = (schema.fields[index].name, schema.fields[index].type)
    guard type == .integer || type == .date || type == .period else {
      report(
        "wrong-type", "a time axis needs years, dates or periods", at: item.range,
        label: "`\(name)` is \(type.phrase)",
        notes: ["`types \(name): \(TimeNames.type(of: name).rawValue)`"])
      return
    }
    if let granularity, let own = Self.granularity(of: type), own != granularity {
      report(
        "wrong-type", "`\(name)` holds \(own.name)s, not \(granularity.name)s",
        at: item.value.range, label: "`time \(name)`, or `time \(name): \(own.name)`")
      return
    }
    setRole(.time, of: index, item, &schema)
    if let granularity { schema.fields[index].granularity = granularity }
  }

  /// The length of the periods that values of a type stand for; nil when they may have any.
  static func granularity(of type: DataType) -> Period.Granularity? {
    switch type {
    case .integer: .year
    case .date: .day
    case .period, .boolean, .number, .text: nil
    }
  }

  private mutating func declareAttribute(_ item: Item, _ schema: inout Schema) {
    guard let index = column(item.value, in: schema) else { return }
    guard let of = item.of else {
      setRole(.attribute(of: []), of: index, item, &schema)
      return
    }
    guard let key = column(of, in: schema) else { return }
    setRole(.attribute(of: [schema.fields[key].name]), of: index, item, &schema)
  }

  private mutating func declareMeasure(_ item: Item, _ schema: inout Schema) {
    let index = item.name.map { column($0, in: schema) } ?? column(item.value, in: schema)
    guard let index else { return }
    guard setRole(.measure, of: index, item, &schema) else { return }
    schema.fields[index].measure = Measure(.undeclared)
    let type = schema.fields[index].type
    guard type.isNumeric else {
      report(
        "wrong-type", "a measure needs numbers", at: item.range,
        label: "`\(schema.fields[index].name)` is \(type.phrase)",
        notes: ["`types \(schema.fields[index].name): number`"])
      return
    }
    guard item.name != nil else { return }
    switch item.value {
    case .name(let kind): setKind(kind, [], &schema, index)
    case .call(let kind, let arguments, _): setKind(kind, arguments, &schema, index)
    default:
      report(
        "unknown-kind", "a kind of measure is expected", at: item.value.range,
        notes: ["kinds: " + Declaration.kinds.joined(separator: ", ")])
    }
  }

  private mutating func setKind(
    _ name: Name, _ arguments: [Argument], _ schema: inout Schema, _ index: Int
  ) {
    let kinds: [String: MeasureKind] = [
      "count": .count(stock: false), "amount": .amount, "percentage": .percentage, "rate": .rate,
      "index": .index, "score": .score, "share": .share, "cumulative": .cumulative,
      "mixed": .mixed,
    ]
    guard let kind = kinds[name.text] else {
      report(
        "unknown-kind", "no kind of measure `\(name.text)`", at: name.range,
        label: suggestion(name.text, among: Declaration.kinds),
        notes: ["kinds: " + Declaration.kinds.joined(separator: ", ")])
      return
    }
    var measure = Measure(kind)
    if kind == .percentage { schema.fields[index].unit = MeasureUnit("%") }
    for argument in arguments {
      switch (argument.label?.text, argument.value) {
      case ("unit", .literal(.text(let unit), _)): schema.fields[index].unit = MeasureUnit(unit)
      case ("unit", let value): measure.unitColumn = columnName(value, schema)
      case ("kind", let value): measure.kindColumn = columnName(value, schema)
      case ("stock", .literal(.boolean(let stock), _)):
        if case .count = kind { measure.kind = .count(stock: stock) }
      case ("stock", let value):
        report("wrong-value", "`stock` is true or false", at: value.range)
      case ("weight", let value): measure.weight = columnName(value, schema)
      case ("lower", let value): measure.lower = columnName(value, schema)
      case ("upper", let value): measure.upper = columnName(value, schema)
      case ("n", let value): measure.observations = columnName(value, schema)
      case (let label, let value):
        report(
          "unknown-argument", "`\(name.text)` has no argument `\(label ?? "")`",
          at: argument.label?.range ?? value.range,
          notes: ["arguments: unit, kind, stock, weight, lower, upper, n"])
      }
    }
    schema.fields[index].measure = measure
  }

  private mutating func columnName(_ expr: Expr, _ schema: Schema) -> String? {
    column(expr, in: schema).map { schema.fields[$0].name }
  }

  mutating func declareTexts(_ stage: Stage, _ schema: inout Schema) {
    for clause in stage.clauses {
      let word = clause.word.text
      guard ["label", "description", "decimals"].contains(word) else { continue }
      for item in clause.items {
        guard let name = item.name else {
          report("expected-name", "`\(word)` is written `\(word) column = …`", at: item.range)
          continue
        }
        guard let index = column(name, in: schema) else { continue }
        switch (word, item.value) {
        case ("label", .literal(.text(let text), _)): schema.fields[index].label = text
        case ("description", .literal(.text(let text), _)): schema.fields[index].description = text
        case ("decimals", .literal(.integer(let count), _)) where (0...15).contains(count):
          schema.fields[index].decimals = Int(count)
        case ("decimals", let value):
          report("wrong-value", "decimals are a whole number from 0 to 15", at: value.range)
        case (_, let value): report("wrong-type", "a text is expected", at: value.range)
        }
      }
    }
  }
}
