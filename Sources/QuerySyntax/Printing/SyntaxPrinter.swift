import SourceText

/// Prints a script in the one canonical form. Printing then reading gives the same tree, and
/// every comment is kept.
package struct SyntaxPrinter {
  private let vocabulary: any Vocabulary
  private var lines: [String] = []

  private init(vocabulary: any Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// The text of a script, ending in a newline unless it is empty. A script with faults is
  /// returned as it stands.
  package static func text(of script: Script, vocabulary: any Vocabulary) -> String {
    guard script.diagnostics.isEmpty else {
      return String(decoding: script.file.utf8, as: UTF8.self)
    }
    var printer = SyntaxPrinter(vocabulary: vocabulary)
    for (index, statement) in script.statements.enumerated() {
      printer.print(statement, after: index == 0 ? nil : script.statements[index - 1])
    }
    printer.print(closing: script.closingRemarks)
    return printer.lines.isEmpty ? "" : printer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func print(closing remarks: [Remark]) {
    for (index, remark) in remarks.enumerated() {
      if index == 0 ? !lines.isEmpty : remark.followsBlankLine { lines.append("") }
      lines.append("#" + remark.text)
    }
  }

  private mutating func print(_ statement: Statement, after previous: Statement?) {
    var body = body(of: statement)
    guard !body.isEmpty else { return }
    var own = statement.remarks
    if let last = own.last, last.isTrailing, body[body.count - 1].close(with: last) {
      own.removeLast()
    }
    body[0].prepend(own)
    if let previous, separates(statement, after: previous, first: body[0].leading.first) {
      lines.append("")
    }
    for (index, line) in body.enumerated() {
      lines += line.lines(indent: index == 0 ? "" : "  ", keepsBlankLines: index == 0)
    }
  }

  /// A blank line parts pipelines and everything longer than a line; short definitions that
  /// follow each other stay together, unless a comment was set apart.
  private func separates(
    _ statement: Statement, after previous: Statement, first: Remark?
  ) -> Bool {
    if let first, first.followsBlankLine { return true }
    switch (previous.kind, statement.kind) {
    case (.param, .param), (.use, .use), (.letValue, .letValue), (.print, .print): return false
    default: return true
    }
  }

  private func body(of statement: Statement) -> [PrintedLine] {
    switch statement.kind {
    case .data(let name, let stage): declaration(name, stage)
    case .param(let name, let type, let domain, let value):
      [PrintedLine(param(name, type, domain, value))]
    case .letTable(let name, let pipeline):
      self.pipeline(pipeline, prefix: "let \(ExprPrinter.name(name)) = ")
    case .letValue(let name, let value):
      [PrintedLine("let \(ExprPrinter.name(name)) = \(expr(value))")]
    case .def(let name, let parameters, let value):
      [PrintedLine("\(signature(name, parameters)) = \(expr(value))")]
    case .use(let path, _): [PrintedLine("use \(ExprPrinter.quoted(path))")]
    case .print(let value): [PrintedLine("print \(expr(value))")]
    case .pipeline(let pipeline): self.pipeline(pipeline, prefix: "")
    case .invalid: []
    }
  }

  private func param(_ name: Name, _ type: Name?, _ domain: ParamDomain?, _ value: Expr?)
    -> String
  {
    var text = "param \(ExprPrinter.name(name))"
    if let type { text += ": \(type.text)" }
    switch domain {
    case .values(let values): text += " in \(printer.text(values, above: Precedence.range))"
    case .column(let column, let table):
      text += " in \(ExprPrinter.name(table)).\(ExprPrinter.name(column))"
    case nil: break
    }
    if let value { text += " = \(expr(value))" }
    return text
  }

  private func signature(_ name: Name, _ parameters: [Parameter]) -> String {
    let list = parameters.map { parameter in
      var text = ExprPrinter.name(parameter.name)
      if let type = parameter.type { text += ": \(type.text)" }
      if let value = parameter.value { text += " = \(expr(value))" }
      return text
    }
    return "def \(ExprPrinter.name(name))(\(list.joined(separator: ", ")))"
  }

  private var printer: ExprPrinter { ExprPrinter(vocabulary: vocabulary) }

  private func expr(_ expr: Expr) -> String { printer.text(expr) }

  /// A declaration has its source with the source's own clauses on one line when they fit, then
  /// one clause of `data` a line; `on` stays with what it belongs to.
  private func declaration(_ name: Name, _ stage: Stage) -> [PrintedLine] {
    let own = vocabulary.clauseWords(of: stage.verb.text) ?? []
    let words = own + (vocabulary.clauseWords(of: "data") ?? [])
    let source = Stage(
      verb: stage.verb, items: stage.items, clauses: [], range: stage.range, remarks: [])
    let first = printer.stage(source, words: words, isFollowed: !stage.clauses.isEmpty)
    let head = "data \(ExprPrinter.name(name)) = \(first)"
    var result = [PrintedLine(head, remarks: stage.remarks)]
    for (index, clause) in stage.clauses.enumerated() {
      let isOwn = own.contains(clause.word.text)
      var list = PrintedItems(
        owner: isOwn ? stage.verb.text : "data", clause: clause.word.text, words: words)
      let before = index == 0 ? stage.items : stage.clauses[index - 1].items
      list.isBehindOpenPlace = before.last.map { PrintedItems.endsInOpenRange($0) } ?? true
      list.isFollowed = index + 1 < stage.clauses.count
      let text = printer.clause(clause, of: list)
      let line = PrintedLine(text, remarks: clause.remarks)
      let last = result.count - 1
      let fits = last == 0 && isOwn && Self.fits(result[0].text + " " + text)
      if fits || (clause.word.text == "on" && !isOwn), result[last].takes(line) {
        result[last].append(line, separator: " ")
      } else {
        result.append(line)
      }
    }
    return result
  }

  /// One line when it fits and no comment stands in it, else one stage a line.
  private func pipeline(_ pipeline: Pipeline, prefix: String) -> [PrintedLine] {
    var lines = [PrintedLine(prefix + printer.source(pipeline.source), remarks: remarks(pipeline))]
    lines += pipeline.stages.map {
      PrintedLine("| " + printer.stage($0), remarks: $0.remarks)
    }
    var joined = lines[0]
    for line in lines.dropFirst() {
      guard joined.takes(line) else { return lines }
      joined.append(line, separator: " ")
    }
    return Self.fits(joined.text) ? [joined] : lines
  }

  private static func fits(_ line: String) -> Bool { DisplayWidth.of(line) <= PrintedLine.width }

  private func remarks(_ pipeline: Pipeline) -> [Remark] {
    switch pipeline.source {
    case .stage(let stage): stage.remarks
    case .nested, .lastResult: []
    }
  }
}
