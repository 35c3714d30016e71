import Columnar
import QuerySyntax
import SourceText

extension Planner {
  /// The values a domain allows; nil after a report of what is wrong with it.
  mutating func allowedValues(_ domain: ParamDomain, _ type: DataType) -> AllowedValues? {
    switch domain {
    case .values(.list(let elements, _)):
      let values = elements.compactMap { element in
        constant(element).flatMap { fit($0, type, at: element.range) }
      }
      return values.count == elements.count ? AllowedValues(values) : nil
    case .values(.range(let lower?, let upper?, let range)):
      guard let low = constant(lower).flatMap({ fit($0, type, at: lower.range) }),
        let high = constant(upper).flatMap({ fit($0, type, at: upper.range) }),
        case .integer(let from) = low, case .integer(let to) = high, from <= to,
        to - from < 10_000
      else {
        wrongDomain(at: range)
        return nil
      }
      return AllowedValues((from...to).map { .integer($0) })
    case .values(let expr):
      wrongDomain(
        at: expr.range,
        notes: ["`in [\"a\", \"b\"]`, `in 2015..2024`, `in population.province`"])
      return nil
    case .column(let column, let table): return values(of: column, in: table, type)
    }
  }

  private mutating func wrongDomain(at range: SourceRange, notes: [String] = []) {
    report(
      "wrong-domain", "a domain is a list of values, a range of integers or a column of a table",
      at: range, notes: notes)
  }

  /// The known values of a column, each once, in the order tables sort them. While the script has
  /// other faults nothing is read, and any value is allowed.
  private mutating func values(of column: Name, in table: Name, _ type: DataType)
    -> AllowedValues?
  {
    guard let source = tableSource(table) else { return nil }
    let schema = source.schema
    origin = (table.text, schema.names)
    guard let index = self.column(column, in: schema) else { return nil }
    let field = schema.fields[index]
    guard field.type == type || Self.widens(field, to: type) else {
      report(
        "wrong-type", "the param is \(type.phrase), `\(field.name)` is \(field.type.phrase)",
        at: column.range, label: "declare the param as `\(field.type.rawValue)`")
      return nil
    }
    guard diagnostics.isEmpty else { return .any }
    guard let rows = rows(of: scan(source), at: table.range.union(column.range))?.table,
      let cells = rows.column(field.name)
    else { return nil }
    let ranks = cells.ranks(entity: field.entity)
    let order = RowOrder.sorted(
      rows.count, by: [RowOrder.Key(ranks: ranks, isDescending: false)])
    var values: [Value] = []
    var last: Int?
    for row in order where ranks[row] != last && cells.reason(at: row) == nil {
      last = ranks[row]
      if let value = fit(
        TypedExpr(.literal(cells.value(at: row)), field.type), type, at: column.range)
      {
        values.append(value)
      }
    }
    guard !values.isEmpty else {
      report(
        "empty-domain", "`\(column.text)` of `\(table.text)` has no known value",
        at: table.range.union(column.range), label: "so the param could have none")
      return nil
    }
    return AllowedValues(values, entity: field.entity)
  }

  /// Whether every value of a column is also one of a wider type: an integer is a number, and in
  /// a column of time a year.
  private static func widens(_ field: Field, to type: DataType) -> Bool {
    guard field.type == .integer else { return false }
    return type == .number || (type == .period && field.role == .time)
  }

  /// A constant as a value of the type; nil after a report that it is of another.
  mutating func fit(_ typed: TypedExpr, _ type: DataType, at range: SourceRange) -> Value? {
    guard let literal = typed.literal else { return nil }
    if literal.type == type || literal.type == nil { return literal }
    switch (literal, type) {
    case (.integer(let value), .number): return .number(Double(value))
    case (.integer(let value), .period) where (1...9999).contains(value):
      return .period(.year(Int(value)))
    case (.period(let period), .date) where period.granularity == .day && !period.isSpan:
      return .date(CalendarDate(days: period.first))
    default:
      report(
        "wrong-type", "the param is \(type.phrase), this is \(typed.type.phrase)", at: range)
      return nil
    }
  }
}
