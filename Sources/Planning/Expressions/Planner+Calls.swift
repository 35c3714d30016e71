import Columnar
package import QuerySyntax
import SourceText

extension Planner {
  mutating func checkCall(
    _ name: Name, _ arguments: [Argument], _ range: SourceRange, _ scope: inout Scope
  ) -> TypedExpr? {
    if let function = definitions.functions[name.text] {
      return expand(function, name, arguments, range, &scope)
    }
    if let aggregate = registry.aggregate(name.text),
      registry.function(name.text) == nil || scope.isGrouped
    {
      return checkAggregate(aggregate, name, arguments, range, &scope)
    }
    if let window = registry.window(name.text) {
      return checkWindow(window, name, arguments, range, &scope)
    }
    guard let function = registry.function(name.text) else {
      let names = registry.callNames + definitions.functions.keys.sorted()
      let isVerb = registry.verb(name.text) != nil
      report(
        "unknown-function", "no function `\(name.text)`", at: name.range,
        label: ForeignWords.function(name.text).map { "write \($0)" }
          ?? suggestion(name.text, among: names),
        notes: isVerb ? ["`\(name.text)` is a verb: it follows `|`"] : [])
      return nil
    }
    if function.isConditional { return checkCases(name, arguments, range, &scope) }
    guard let typed = self.arguments(arguments, function.signature, name, range, &scope) else {
      return nil
    }
    let values = typed.compactMap { $0 }
    var meaning = ColumnMeaning()
    switch function.meaning {
    case .same:
      meaning = values.first?.meaning ?? meaning
      meaning.decimals = nil
      meaning.domain = nil
    case .ordinal: meaning.isOrdinal = true
    case .other: break
    }
    return TypedExpr(
      .call(function, values), function.resultType(values.map(\.type)), meaning: meaning)
  }

  /// The arguments in the order of the signature, nil for an optional one left out. Nil when a
  /// fault was reported.
  mutating func arguments(
    _ given: [Argument], _ signature: Signature, _ name: Name, _ range: SourceRange,
    _ scope: inout Scope
  ) -> [TypedExpr?]? {
    var isSound = true
    var result: [TypedExpr?] = Array(repeating: nil, count: signature.parameters.count)
    var position = 0
    for argument in given {
      let slot: Int
      if let label = argument.label {
        guard let index = signature.parameters.firstIndex(where: { $0.name == label.text }) else {
          let names = signature.parameters.map(\.name)
          report(
            "unknown-argument", "`\(name.text)` has no argument `\(label.text)`", at: label.range,
            label: suggestion(label.text, among: names),
            notes: ["`\(name.text)\(signature.text)`"])
          isSound = false
          continue
        }
        slot = index
      } else {
        let positional = signature.parameters.indices.filter {
          !signature.parameters[$0].isLabelled
        }
        guard position < positional.count || signature.isVariadic, let last = positional.last else {
          report(
            "too-many-arguments", "`\(name.text)` takes no further argument",
            at: argument.value.range, notes: ["`\(name.text)\(signature.text)`"])
          return nil
        }
        slot = position < positional.count ? positional[position] : last
        position += 1
      }
      let parameter = signature.parameters[slot]
      guard let typed = check(argument.value, parameter, name, &scope) else {
        isSound = false
        continue
      }
      if result[slot] == nil {
        result[slot] = typed
      } else if argument.label == nil, signature.isVariadic {
        result.append(typed)
      } else {
        argumentTwice(parameter.name, of: name, at: argument.label?.range ?? argument.value.range)
        isSound = false
      }
    }
    let left = signature.parameters.indices.filter {
      result[$0] == nil && !signature.parameters[$0].isOptional
    }
    if isSound, let missing = left.first {
      report(
        "missing-argument", "`\(name.text)` needs `\(signature.parameters[missing].name)`",
        at: range, notes: ["`\(name.text)\(signature.text)`"])
      return nil
    }
    guard isSound else { return nil }
    let known = result.map { $0.map { Signature.Known(type: $0.type, value: $0.literal) } }
    if let fault = signature.fault(known) {
      report("wrong-argument", fault, at: range, notes: ["`\(name.text)\(signature.text)`"])
      return nil
    }
    return result
  }

  /// Reports an argument given by position and by name, or twice by name.
  mutating func argumentTwice(_ parameter: String, of name: Name, at range: SourceRange) {
    report("argument-twice", "`\(name.text)` is given `\(parameter)` twice", at: range)
  }

  /// One argument, of a type its parameter takes.
  package mutating func check(
    _ expr: Expr, _ parameter: Signature.Parameter, _ name: Name, _ scope: inout Scope
  ) -> TypedExpr? {
    let typed = parameter.isConstant ? constant(expr) : check(expr, &scope)
    guard let typed else { return nil }
    if case .missing(let reason)? = typed.literal {
      let type = DataType.allCases.first { parameter.types.contains($0) } ?? typed.type
      return TypedExpr(.literal(.missing(reason)), type)
    }
    if parameter.types.contains(typed.type) {
      return isInRange(typed, parameter, name, at: expr.range) ? typed : nil
    }
    if typed.type == .integer, parameter.types.contains(.number) {
      return widened(typed, to: .number)
    }
    if typed.type == .integer, parameter.types.contains(.period),
      case .integer(let year)? = typed.literal, (1...9999).contains(year)
    {
      return TypedExpr(.literal(.period(.year(Int(year)))), .period)
    }
    let wanted = DataType.allCases.filter { parameter.types.contains($0) }.map(\.phrase)
    report(
      "wrong-type",
      "`\(name.text)` needs \(wanted.joined(separator: " or ")) for `\(parameter.name)`",
      at: expr.range, label: "this is \(typed.type.phrase)")
    return nil
  }

  private mutating func isInRange(
    _ typed: TypedExpr, _ parameter: Signature.Parameter, _ name: Name, at range: SourceRange
  ) -> Bool {
    guard let allowed = parameter.range, let value = typed.literal?.asNumber,
      !allowed.contains(value)
    else { return true }
    let bounds = [allowed.lowerBound, allowed.upperBound].map { bound in
      Int(exactly: bound).map { "\($0)" } ?? "\(bound)"
    }
    report(
      "wrong-value",
      "`\(parameter.name)` of `\(name.text)` must be from \(bounds[0]) to \(bounds[1])", at: range)
    return false
  }
}
