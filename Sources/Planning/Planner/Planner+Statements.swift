import Columnar
package import QuerySyntax
import SourceText

extension Planner {
  /// Plans every statement of a script. Faults are collected in ``diagnostics``; when there are
  /// any, nothing may be run.
  package mutating func plan(_ script: Script) -> [PlannedStatement] {
    diagnostics += script.diagnostics
    syntaxFaults = script.diagnostics.compactMap(\.range)
    var planned: [PlannedStatement] = []
    for statement in script.statements {
      presentation = .table
      notes = []
      values = []
      let action = self.action(statement)
      planned.append(
        PlannedStatement(
          action: action, file: file, range: statement.range, notes: notes, values: values))
    }
    return planned
  }

  private mutating func action(_ statement: Statement) -> PlannedStatement.Action {
    switch statement.kind {
    case .invalid: return .nothing
    case .data(let name, let stage):
      if let table = declare(name, stage), isNew(name) {
        definitions.tables[name.text] = table
      } else {
        failedNames.insert(name.text)
      }
      return .nothing
    case .param(let name, let type, let domain, let value):
      if isBroken(statement.range) {
        expect(name, type)
      } else {
        planParam(name, type, domain, value)
      }
      return .nothing
    case .letTable(let name, let pipeline): return planLet(name, pipeline)
    case .letValue(let name, let expr):
      var scope = Scope()
      if !isBroken(expr.range), let typed = check(expr, &scope), isShallow(typed, expr.range),
        isNew(name)
      {
        definitions.values[name.text] = typed
      } else {
        failedNames.insert(name.text)
      }
      return .nothing
    case .def(let name, let parameters, let body):
      planFunction(name, parameters, body)
      return .nothing
    case .use(let path, let range):
      use(path, at: range)
      return .nothing
    case .print(let expr):
      guard !isBroken(expr.range) else { return .nothing }
      var scope = Scope()
      return check(expr, &scope).map { .print($0) } ?? .nothing
    case .pipeline(let pipeline):
      guard let plan = plan(pipeline) else { return .nothing }
      return .show(plan, presentation)
    }
  }

  private mutating func planLet(_ name: Name, _ pipeline: Pipeline) -> PlannedStatement.Action {
    guard let plan = plan(pipeline), isNew(name) else {
      failedNames.insert(name.text)
      return .nothing
    }
    if !presentation.isTable {
      report(
        "figure-in-let", "\(presentation.phrase) is shown, it cannot be kept", at: name.range)
    }
    let kept = KeptTable(name: name.text, plan: plan)
    definitions.kept[name.text] = kept
    definitions.planned.append((kept, plan))
    return .keep(kept, plan)
  }

  /// Whether the expression of a `let` may stand in others, as deeply as it is with other `let`s put
  /// in; reports when not.
  private mutating func isShallow(_ expr: TypedExpr, _ range: SourceRange) -> Bool {
    let deepest = 350
    guard expr.height > deepest else { return true }
    report(
      "nested-too-deeply", "this expression is nested too deeply", at: range,
      notes: ["at most \(deepest) deep, with `let`s put in"])
    return false
  }

  /// A name is given once; at the prompt a later statement may give it again.
  private mutating func isNew(_ name: Name) -> Bool {
    definitions.tables[name.text] = nil
    definitions.kept[name.text] = nil
    definitions.values[name.text] = nil
    return true
  }

  private mutating func planFunction(_ name: Name, _ parameters: [Parameter], _ body: Expr) {
    for (index, parameter) in parameters.enumerated()
    where parameters[..<index].contains(where: { $0.name.text == parameter.name.text }) {
      report(
        "argument-twice", "two arguments of `\(name.text)` are called `\(parameter.name.text)`",
        at: parameter.name.range)
    }
    if registry.callNames.contains(name.text) {
      report(
        "name-taken", "`\(name.text)` is a built-in function", at: name.range,
        notes: ["choose another name"])
      return
    }
    for parameter in parameters {
      if let type = parameter.type, DataType(rawValue: type.text) == nil {
        unknownType(type)
      }
    }
    definitions.functions[name.text] = UserFunction(
      name: name, parameters: parameters, body: body, file: file)
  }

  mutating func unknownType(_ type: Name) {
    report(
      "unknown-type", "no type `\(type.text)`", at: type.range,
      label: suggestion(type.text, among: DataType.allCases.map(\.rawValue)),
      notes: ["types: " + DataType.allCases.map(\.rawValue).joined(separator: ", ")])
  }

  /// Takes over the definitions of another script; its pipelines and prints are not run.
  private mutating func use(_ path: String, at range: SourceRange) {
    let full = path.hasPrefix("/") ? path : folder.isEmpty ? path : folder + "/" + path
    if useStack.contains(full) || full == file.name {
      report(
        "cyclic-use", "this script is being read already", at: range,
        notes: ["chain: " + (useStack + [full]).joined(separator: " → ")])
      return
    }
    guard useStack.count < 32 else {
      report("nested-use", "scripts use each other more than 32 deep", at: range)
      return
    }
    let other: SourceFile
    do {
      other = try catalog.script(at: full)
    } catch {
      adopt(error, at: range)
      return
    }
    let script = Parser.script(in: other, vocabulary: registry)
    let (callerFile, callerFolder, callerFaults) = (file, folder, syntaxFaults)
    syntaxFaults = script.diagnostics.compactMap(\.range)
    file = other
    folder = full.lastIndex(of: "/").map { String(full[..<$0]) } ?? ""
    useStack.append(full)
    diagnostics += script.diagnostics
    for statement in script.statements {
      switch statement.kind {
      case .data, .param, .letValue, .def, .use: _ = action(statement)
      case .letTable(let name, _):
        report(
          "let-in-use", "a script that is used cannot compute a table", at: name.range,
          notes: ["declare it with `data`, or compute it in the script that uses it"])
      case .print, .pipeline, .invalid: break
      }
    }
    useStack.removeLast()
    (file, folder, syntaxFaults) = (callerFile, callerFolder, callerFaults)
  }
}
