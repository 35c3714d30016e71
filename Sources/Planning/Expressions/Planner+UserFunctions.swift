import Columnar
import QuerySyntax
import SourceText

/// An argument of a `def`: put in place of its name each time the body uses it, so that
/// `def share(a, b) = sum(a) / sum(b)` sums columns.
final class Binding {
  let value: Expr
  /// The script the argument stands in, and what names mean there.
  let file: SourceFile
  let bindings: [String: Binding]
  let expanding: [Name]
  let parameter: Parameter

  init(
    value: Expr, file: SourceFile, bindings: [String: Binding], expanding: [Name],
    parameter: Parameter
  ) {
    self.value = value
    self.file = file
    self.bindings = bindings
    self.expanding = expanding
    self.parameter = parameter
  }
}

extension Planner {
  /// The most calls that one expression may be expanded into: a `def` that uses another twice,
  /// which uses another twice, and so on, would grow without bound.
  private static let mostExpansions = 2000

  /// How many levels of an expression a call of a `def` counts as, for what it takes of the stack.
  private static let levelsOfCall = 12

  /// The most calls that a fault in a `def` names.
  private static let mostCallers = 8

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
    scope.expansions += 1
    guard scope.expansions <= Self.mostExpansions else {
      if scope.expansions == Self.mostExpansions + 1 {
        report(
          "expanded-too-far", "this expression grows too large", at: range,
          notes: ["at most \(Self.mostExpansions) calls of `def`s; use `derive` for parts of it"])
      }
      return nil
    }
    guard let bound = bind(function, name, arguments, range, scope) else { return nil }
    scope.depth += Self.levelsOfCall
    defer { scope.depth -= Self.levelsOfCall }
    let bindings = scope.bindings
    let expanding = scope.expanding
    let caller = file
    let before = diagnostics.count
    scope.bindings = bound
    scope.expanding.append(name)
    file = function.file
    let typed = check(function.body, &scope)
    scope.bindings = bindings
    scope.expanding = expanding
    file = caller
    for index in before..<max(before, diagnostics.count)
    where diagnostics[index].range.map({ !range.contains($0) }) ?? true
      && diagnostics[index].related.count < Self.mostCallers
    {
      diagnostics[index].related.append(
        Diagnostic.Related(file: caller, range: range, label: "called here"))
    }
    return typed
  }

  /// The typed form of an argument where the body uses it.
  mutating func checkBinding(_ binding: Binding, _ scope: inout Scope) -> TypedExpr? {
    let bindings = scope.bindings
    let expanding = scope.expanding
    let current = file
    scope.bindings = binding.bindings
    scope.expanding = binding.expanding
    file = binding.file
    var typed = check(binding.value, &scope)
    if let found = typed {
      typed = fit(found, to: binding.parameter, at: binding.value.range)
    }
    scope.bindings = bindings
    scope.expanding = expanding
    file = current
    return typed
  }

  private mutating func bind(
    _ function: UserFunction, _ name: Name, _ arguments: [Argument], _ range: SourceRange,
    _ scope: Scope
  ) -> [String: Binding]? {
    var bound: [String: Binding] = [:]
    var position = 0
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
          let count = function.parameters.count
          report(
            "too-many-arguments",
            "`\(name.text)` takes \(count) \(count == 1 ? "argument" : "arguments")",
            at: argument.value.range)
          return nil
        }
        parameter = function.parameters[position]
        position += 1
      }
      guard bound[parameter.name.text] == nil else {
        argumentTwice(
          parameter.name.text, of: name, at: argument.label?.range ?? argument.value.range)
        return nil
      }
      bound[parameter.name.text] = Binding(
        value: argument.value, file: file, bindings: scope.bindings, expanding: scope.expanding,
        parameter: parameter)
    }
    for parameter in function.parameters where bound[parameter.name.text] == nil {
      guard let value = parameter.value else {
        report(
          "missing-argument", "`\(name.text)` needs `\(parameter.name.text)`", at: range)
        return nil
      }
      bound[parameter.name.text] = Binding(
        value: value, file: function.file, bindings: [:], expanding: [], parameter: parameter)
    }
    return bound
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
