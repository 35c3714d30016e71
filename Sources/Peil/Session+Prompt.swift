import Planning
import QuerySyntax
package import SourceText

extension Session {
  /// Whether a text stops where more must follow: an open bracket, a trailing `|` or comma.
  package func needsMore(_ file: SourceFile) -> Bool {
    Parser.script(in: file, vocabulary: registry).isIncomplete
  }

  /// Names of the tables that can be described: built in, and declared in this session.
  package var tableNames: [String] {
    catalog.tableNames + definitions.tables.keys.sorted() + definitions.kept.keys.sorted()
  }
}

extension Session {
  /// An entry of the prompt as it can stand in a script, and the pipeline it showed last.
  ///
  /// A statement that goes on from the last result gets that result's pipeline, `shown`, in front.
  /// Nil when the entry cannot be read.
  package func standalone(_ entry: SourceFile, after shown: String?) -> (
    script: String, shown: String?
  )? {
    let script = Parser.script(in: entry, vocabulary: registry)
    guard script.diagnostics.isEmpty else { return nil }
    var shown = shown
    var texts: [String] = []
    for statement in script.statements {
      let text = shown.map { replacing(lastResultIn: statement, of: entry, by: $0) }
      let whole = text ?? entry.text(statement.range)
      if case .pipeline = statement.kind { shown = whole }
      texts.append(whole)
    }
    let whole = SourceFile(name: "prompt", isNamed: false, text: texts.joined(separator: "\n"))
    return (try? format(whole)).map { ($0, shown) }
  }

  /// The text of a statement with the pipeline that made the last result in place of `_`, and in
  /// front of a leading `|`.
  private func replacing(
    lastResultIn statement: Statement, of entry: SourceFile, by shown: String
  ) -> String {
    let text = entry.text(statement.range)
    let tokens = TokenList.of(SourceFile(name: "prompt", isNamed: false, text: text))
    if tokens.first?.kind == .symbol(.pipe) { return shown + "\n  " + text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var end = 0
    for (index, token) in tokens.enumerated() where token.kind == .name && token.text == "_" {
      // The statement's own table needs no brackets; a table within it does.
      let isOwn = index == 0 || (index == 3 && tokens[0].text == "let")
      result += bytes[end..<token.range.lower]
      result += (isOwn ? shown : "(\(shown))").utf8
      end = token.range.upper
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }
}
