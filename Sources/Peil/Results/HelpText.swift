import Planning
import QuerySyntax
import SourceText

extension Session {
  /// Signature, sentence, rules and examples of a verb, source or function; nil when there is none.
  package func help(_ name: String) -> String? {
    if let verb = registry.verb(name) {
      return page(
        "verb", verb.documentation,
        clauses: verb.clauses.map { ($0.word, $0.items) })
    }
    if let source = registry.source(name) {
      return page(
        "source", source.documentation, clauses: source.clauses.map { ($0.word, $0.items) })
    }
    if name == Declaration.word {
      return page(
        "statement",
        UnitDocumentation(
          "data NAME = SOURCE CLAUSE …", "Declares a table and what its columns mean.",
          examples: []),
        clauses: Declaration.clauses.map { ($0.word, $0.items) })
    }
    if let function = registry.function(name) { return page("function", function.documentation) }
    if let aggregate = registry.aggregate(name) {
      return page("aggregate", aggregate.documentation)
    }
    return registry.window(name).map { page("time function", $0.documentation) }
  }

  /// The examples of a verb, source or function, each of which runs by itself.
  package func examples(of name: String) -> [String] {
    let unit =
      registry.verb(name)?.documentation ?? registry.source(name)?.documentation
      ?? registry.function(name)?.documentation ?? registry.aggregate(name)?.documentation
      ?? registry.window(name)?.documentation
    return unit?.examples ?? []
  }

  /// Every name help is known for, in the order of the reference.
  package var helpNames: [String] {
    registry.verbNames + registry.sources.map(\.name) + [Declaration.word] + registry.callNames
  }

  /// A fault that names the nearest entry.
  package func unknownHelp(_ name: String) -> PeilError {
    PeilError(
      Diagnostic(
        .error, phase: .usage, code: "unknown-name", "there is no verb or function `\(name)`",
        label: Suggestion.nearest(to: name, among: helpNames).map { "did you mean `\($0)`?" }))
  }

  private func page(
    _ kind: String, _ documentation: UnitDocumentation,
    clauses: [(word: String, items: String)] = []
  ) -> String {
    var lines = ["\(kind): \(documentation.synopsis)", "", documentation.summary]
    lines += documentation.details
    if !clauses.isEmpty {
      lines += [
        "", "clauses: " + clauses.map { "\($0.word) \($0.items)" }.joined(separator: " · "),
      ]
    }
    if !documentation.examples.isEmpty {
      lines += ["", "for example:"] + documentation.examples.map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
