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
      var text = entry.text(statement.range)
      if case .pipeline(let pipeline) = statement.kind {
        if case .lastResult = pipeline.source, let before = shown {
          text = before + "\n  " + (text.hasPrefix("_") ? String(text.dropFirst()) : text)
        }
        shown = text
      }
      texts.append(text)
    }
    let whole = SourceFile(name: "prompt", isNamed: false, text: texts.joined(separator: "\n"))
    return (try? format(whole)).map { ($0, shown) }
  }
}
