/// Prints a script in the one canonical form. Printing then reading gives the same tree, and
/// every comment is kept.
package struct SyntaxPrinter {
  /// A pipeline is put on one line up to this width.
  static let width = 100

  private let vocabulary: any Vocabulary
  private var lines: [String] = []

  private init(vocabulary: any Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// The text of a script, ending in a newline unless it is empty.
  package static func text(of script: Script, vocabulary: any Vocabulary) -> String {
    var printer = SyntaxPrinter(vocabulary: vocabulary)
    for (index, statement) in script.statements.enumerated() {
      printer.print(statement, after: index == 0 ? nil : script.statements[index - 1])
    }
    if !script.closingRemarks.isEmpty, !printer.lines.isEmpty { printer.lines.append("") }
    for remark in script.closingRemarks { printer.lines.append("#" + remark.text) }
    return printer.lines.isEmpty ? "" : printer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func print(_ statement: Statement, after previous: Statement?) {
    if previous != nil, separates(statement, from: previous) { lines.append("") }
    var own = statement.remarks
    let trailing = own.lastIndex { $0.isTrailing }.map { own.remove(at: $0) }
    for (index, remark) in own.enumerated() {
      if index > 0, remark.followsBlankLine { lines.append("") }
      lines.append("#" + remark.text)
    }
    var text = body(of: statement)
    if let trailing { text[text.count - 1] += "  #" + trailing.text }
    lines += text
  }

  /// A blank line parts pipelines and everything longer than a line; short definitions that
  /// follow each other stay together.
  private func separates(_ statement: Statement, from previous: Statement?) -> Bool {
    guard let previous else { return false }
    if statement.remarks.contains(where: { $0.followsBlankLine }) { return true }
    switch (previous.kind, statement.kind) {
    case (.param, .param), (.use, .use), (.letValue, .letValue), (.print, .print): return false
    default: return true
    }
  }

  private func body(of statement: Statement) -> [String] {
    switch statement.kind {
    case .data(let name, let stage): return declaration(name, stage)
    case .param(let name, let type, let domain, let value):
      var text = "param \(ExprPrinter.name(name))"
      if let type { text += ": \(type.text)" }
      if let domain { text += " in \(expr(domain))" }
      if let value { text += " = \(expr(value))" }
      return [text]
    case .letTable(let name, let pipeline):
      return self.pipeline(pipeline, prefix: "let \(ExprPrinter.name(name)) = ")
    case .letValue(let name, let value):
      return ["let \(ExprPrinter.name(name)) = \(expr(value))"]
    case .def(let name, let parameters, let value):
      let list = parameters.map { parameter in
        var text = ExprPrinter.name(parameter.name)
        if let type = parameter.type { text += ": \(type.text)" }
        if let value = parameter.value { text += " = \(expr(value))" }
        return text
      }
      return ["def \(ExprPrinter.name(name))(\(list.joined(separator: ", "))) = \(expr(value))"]
    case .use(let path, _): return ["use \(ExprPrinter.quoted(path))"]
    case .print(let value): return ["print \(expr(value))"]
    case .pipeline(let pipeline): return self.pipeline(pipeline, prefix: "")
    case .invalid: return [""]
    }
  }

  private func expr(_ expr: Expr) -> String { ExprPrinter(vocabulary: vocabulary).text(expr) }

  /// A declaration has one clause a line.
  private func declaration(_ name: Name, _ stage: Stage) -> [String] {
    let printer = ExprPrinter(vocabulary: vocabulary)
    let own = vocabulary.clauseWords(of: stage.verb.text) ?? []
    let words = own + (vocabulary.clauseWords(of: "data") ?? [])
    var head = "data \(ExprPrinter.name(name)) = \(ExprPrinter.name(stage.verb))"
    if !stage.items.isEmpty {
      head += " " + printer.items(stage.items, owner: stage.verb.text, clause: nil, words: words)
    }
    var result: [String] = []
    for remark in stage.remarks where !remark.isTrailing { result.append("#" + remark.text) }
    result.append(head)
    for clause in stage.clauses {
      let owner = own.contains(clause.word.text) ? stage.verb.text : "data"
      let text = printer.clause(clause, owner: owner, words: words)
      if clause.word.text == "on" {
        result[result.count - 1] += " " + text
      } else {
        result.append("  " + text)
      }
    }
    for remark in stage.remarks where remark.isTrailing {
      result[result.count - 1] += "  #" + remark.text
    }
    return result
  }

  /// One line when it fits and carries no comments, else one stage a line.
  private func pipeline(_ pipeline: Pipeline, prefix: String) -> [String] {
    let printer = ExprPrinter(vocabulary: vocabulary)
    let oneLine = prefix + printer.pipeline(pipeline)
    let remarks = pipeline.stages.contains { !$0.remarks.isEmpty }
    if !remarks, sourceRemarks(pipeline).isEmpty, oneLine.utf8.count <= Self.width {
      return [oneLine]
    }
    var result = sourceRemarks(pipeline).filter { !$0.isTrailing }.map { "#" + $0.text }
    result.append(prefix + printer.source(pipeline.source))
    for remark in sourceRemarks(pipeline) where remark.isTrailing {
      result[result.count - 1] += "  #" + remark.text
    }
    for stage in pipeline.stages {
      // A comment collected before the stage but at the end of a line belongs to that line.
      var leading = stage.remarks
      while let first = leading.first, first.isTrailing, stage.remarks.count > 1 || isBefore(first, stage) {
        result[result.count - 1] += "  #" + first.text
        leading.removeFirst()
      }
      for remark in leading where !remark.isTrailing { result.append("  #" + remark.text) }
      result.append("  | " + printer.stage(stage))
      for remark in leading where remark.isTrailing {
        result[result.count - 1] += "  #" + remark.text
      }
    }
    return result
  }

  private func isBefore(_ remark: Remark, _ stage: Stage) -> Bool { remark.isTrailing }

  private func sourceRemarks(_ pipeline: Pipeline) -> [Remark] {
    switch pipeline.source {
    case .stage(let stage): stage.remarks
    case .nested, .lastResult: []
    }
  }
}
