import Columnar
import QuerySyntax
import SourceText

extension Planner {
  /// The body of a `def` with its arguments in place. A fault in the body names the call too.
  mutating func expand(
    _ function: UserFunction, _ name: Name, _ arguments: [Argument], _ range: SourceRange,
    _ scope: inout Scope
  ) -> TypedExpr? {
    if scope.expanding.contains(where: { $0.text == name.text }) {
      report(
        "recursive-function", "`\(name.text)` calls itself", at: name.range,
        notes: ["a `def` is put in place of its call; it cannot call itself"])
      return nil
    }
    guard let bound = bind(function, name, arguments, range, &scope) else { return nil }
    var inner = scope
    inner.bindings = bound
    inner.expanding.append(name)
    let caller = file
    let before = diagnostics.count
    file = function.file
    let typed = check(function.body, &inner)
    file = caller
    for index in before..<max(before, diagnostics.count) {
      diagnostics[index].related.append(
        Diagnostic.Related(file: caller, range: range, label: "called here"))
    }
    scope.windows = inner.windows
    scope.windowFields = inner.windowFields
    scope.calls = inner.calls
    return typed
  }

  private mutating func bind(
    _ function: UserFunction, _ name: Name, _ arguments: [Argument], _ range: SourceRange,
    _ scope: inout Scope
  ) -> [String: TypedExpr]? {
    var bound: [String: TypedExpr] = [:]
    var isSound = true
    var position = 0
    // Arguments of an aggregate inside the body are checked there; outside it they must be keys.
    for argument in arguments {
      let parameter: Parameter
      if let label = argument.label {
        guard let found = function.parameters.first(where: { $0.name.text == label.text }) else {
          report(
            "unknown-argument", "`\(name.text)` has no argument `\(label.text)`", at: label.range,
            label: suggestion(label.text, among: function.parameters.map(\.name.text)))
          return nil
        }
        parameter = found
      } else {
        guard position < function.parameters.count else {
          report(
            "too-many-arguments",
            "`\(name.text)` takes \(function.parameters.count) arguments",
            at: argument.value.range)
          return nil
        }
        parameter = function.parameters[position]
        position += 1
      }
      guard let typed = check(argument.value, &scope),
        let fitted = fit(typed, to: parameter, at: argument.value.range)
      else {
        isSound = false
        continue
      }
      bound[parameter.name.text] = fitted
    }
    for parameter in function.parameters where bound[parameter.name.text] == nil && isSound {
      guard let value = parameter.value else {
        report(
          "missing-argument", "`\(name.text)` needs `\(parameter.name.text)`", at: range)
        return nil
      }
      let caller = file
      file = function.file
      let typed = constant(value).flatMap { fit($0, to: parameter, at: value.range) }
      file = caller
      guard let typed else { return nil }
      bound[parameter.name.text] = typed
    }
    return isSound ? bound : nil
  }

  /// An argument as the type its parameter asks for.
  private mutating func fit(_ typed: TypedExpr, to parameter: Parameter, at range: SourceRange)
    -> TypedExpr?
  {
    guard let wanted = parameter.type, let type = DataType(rawValue: wanted.text) else {
      return typed
    }
    if typed.type == type { return typed }
    if typed.type == .integer, type == .number { return widened(typed, to: .number) }
    report(
      "wrong-type", "`\(parameter.name.text)` is \(type.phrase), this is \(typed.type.phrase)",
      at: range)
    return nil
  }
}
