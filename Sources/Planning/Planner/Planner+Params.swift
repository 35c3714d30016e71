import Columnar
import QuerySyntax
import SourceText

extension Planner {
  /// Declares a param and gives it its value: the one from outside, else its default.
  mutating func planParam(_ name: Name, _ type: Name?, _ domain: ParamDomain?, _ value: Expr?) {
    expect(name, type)
    guard let type else { return }
    guard let dataType = DataType(rawValue: type.text) else {
      unknownType(type)
      return
    }
    var allowed = AllowedValues.any
    if let domain {
      guard let values = allowedValues(domain, dataType) else { return }
      allowed = values
    }
    var defaultValue: Value?
    if let value {
      guard let typed = constant(value), let literal = fit(typed, dataType, at: value.range) else {
        return
      }
      defaultValue = literal
      if !allowed.contains(literal) {
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
      if !allowed.contains(read) {
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

  /// Makes a name known as that of a param: where the script uses one that has a fault of its own,
  /// it is no further fault.
  mutating func expect(_ name: Name, _ type: Name?) {
    let dataType = type.flatMap { DataType(rawValue: $0.text) }
    definitions.values[name.text] = TypedExpr(.literal(.missing(.unknown)), dataType ?? .text)
    guard let dataType else { return }
    definitions.params.append(
      ParamDeclaration(name: name.text, type: dataType, defaultValue: nil, domain: .any))
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
    _ name: Name, _ value: Value, _ allowed: AllowedValues, at range: SourceRange
  ) {
    report(
      "outside-domain", "the value is not in the domain of `\(name.text)`", at: range,
      label: Self.nearest(value.shown, allowed), notes: [allowed.note])
  }

  private mutating func outsideArgument(_ name: Name, _ text: String, _ allowed: AllowedValues) {
    diagnostics.append(
      Diagnostic(
        .error, phase: .usage, code: "outside-domain",
        "\"\(text)\" is not a value of `--\(name.text)`", file: file, range: name.range,
        label: Self.nearest(text, allowed), notes: [allowed.note]))
  }

  private static func nearest(_ text: String, _ allowed: AllowedValues) -> String? {
    Suggestion.nearest(to: text, among: allowed.texts).map { "did you mean \"\($0)\"?" }
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
