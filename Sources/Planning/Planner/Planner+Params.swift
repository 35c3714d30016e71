import Columnar
import QuerySyntax
import SourceText

extension Planner {
  /// Declares a param and gives it its value: the one from outside, else its default.
  mutating func planParam(_ name: Name, _ type: Name?, _ domain: Expr?, _ value: Expr?) {
    // Where the script uses a param that has a fault of its own, it is no further fault.
    definitions.values[name.text] = TypedExpr(.literal(.missing(.unknown)), .text)
    guard let type else { return }
    guard let dataType = DataType(rawValue: type.text) else {
      unknownType(type)
      return
    }
    definitions.values[name.text] = TypedExpr(.literal(.missing(.unknown)), dataType)
    definitions.params.append(
      ParamDeclaration(name: name.text, type: dataType, defaultValue: nil, domain: []))
    var allowed: [Value] = []
    if let domain {
      guard let values = domainValues(domain, dataType) else { return }
      allowed = values
    }
    var defaultValue: Value?
    if let value {
      guard let typed = constant(value), let literal = fit(typed, dataType, at: value.range) else {
        return
      }
      defaultValue = literal
      if !allowed.isEmpty, !allowed.contains(literal) {
        outside(name, literal, allowed, at: value.range)
        return
      }
    }
    definitions.params.removeLast()
    definitions.params.append(
      ParamDeclaration(
        name: name.text, type: dataType, defaultValue: defaultValue, domain: allowed))
    let current: Value
    if let given = arguments[name.text] {
      guard let read = read(given, dataType, name) else { return }
      if !allowed.isEmpty, !allowed.contains(read) {
        outsideArgument(name, given, allowed)
        return
      }
      current = read
    } else if let defaultValue {
      current = defaultValue
    } else {
      diagnostics.append(
        Diagnostic(
          .error, phase: .usage, code: "missing-parameter",
          "the param `\(name.text)` has no value", file: file, range: name.range,
          label: "give it with `--\(name.text) …`"))
      return
    }
    definitions.values[name.text] = TypedExpr(.literal(current), dataType)
  }

  private mutating func domainValues(_ domain: Expr, _ type: DataType) -> [Value]? {
    switch domain {
    case .list(let elements, _):
      return elements.compactMap { element in
        constant(element).flatMap { fit($0, type, at: element.range) }
      }
    case .range(let lower?, let upper?, let range):
      guard let low = constant(lower).flatMap({ fit($0, type, at: lower.range) }),
        let high = constant(upper).flatMap({ fit($0, type, at: upper.range) }),
        case .integer(let from) = low, case .integer(let to) = high, from <= to,
        to - from < 10_000
      else {
        report("wrong-domain", "a domain is a list of values or a range of integers", at: range)
        return nil
      }
      return (from...to).map { .integer($0) }
    default:
      report(
        "wrong-domain", "a domain is a list of values or a range of integers", at: domain.range,
        notes: ["`in [\"a\", \"b\"]`, `in 2015..2024`"])
      return nil
    }
  }

  private mutating func fit(_ typed: TypedExpr, _ type: DataType, at range: SourceRange) -> Value? {
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

  /// A text from the command line as a value.
  private mutating func read(_ text: String, _ type: DataType, _ name: Name) -> Value? {
    let value: Value?
    switch type {
    case .text: value = .text(text)
    case .integer: value = Int64(text).map { .integer($0) }
    case .number: value = Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .boolean: value = text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .period: value = PeriodParser.parse(text).map { .period($0) }
    case .date:
      if let period = PeriodParser.parse(text), period.granularity == .day, !period.isSpan {
        value = .date(CalendarDate(days: period.first))
      } else {
        value = nil
      }
    }
    if value == nil {
      diagnostics.append(
        Diagnostic(
          .error, phase: .usage, code: "wrong-parameter",
          "\"\(text)\" is not \(type.phrase), which `--\(name.text)` needs", file: file,
          range: name.range))
    }
    return value
  }

  private mutating func outside(
    _ name: Name, _ value: Value, _ allowed: [Value], at range: SourceRange
  ) {
    report(
      "outside-domain", "the value is not in the domain of `\(name.text)`", at: range,
      notes: ["values: " + allowed.prefix(20).map(\.shown).joined(separator: ", ")])
  }

  private mutating func outsideArgument(_ name: Name, _ text: String, _ allowed: [Value]) {
    diagnostics.append(
      Diagnostic(
        .error, phase: .usage, code: "outside-domain",
        "\"\(text)\" is not a value of `--\(name.text)`", file: file, range: name.range,
        label: Suggestion.nearest(to: text, among: allowed.map(\.shown)).map {
          "did you mean \"\($0)\"?"
        },
        notes: ["values: " + allowed.prefix(20).map(\.shown).joined(separator: ", ")]))
  }
}

extension Value {
  /// As plain text, for messages.
  package var shown: String {
    switch self {
    case .missing(let reason): "missing: \(reason.name)"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): "\(value)"
    case .text(let text): text
    case .date(let date): date.text
    case .period(let period): period.text
    }
  }
}
