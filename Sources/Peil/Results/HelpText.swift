import Planning
import QuerySyntax
import SourceText

extension Session {
  /// Signature, sentence, rules and examples of a verb, source or function; of all that have the
  /// name, nil when there is none.
  package func help(_ name: String) -> String? {
    let pages = units(name).map { page($0.kind, $0.documentation, clauses: $0.clauses) }
    return pages.isEmpty ? nil : pages.joined(separator: "\n")
  }

  /// What has a name, in the order of the reference.
  private func units(_ name: String) -> [(
    kind: String, documentation: UnitDocumentation, clauses: [ClauseSignature]
  )] {
    var units: [(String, UnitDocumentation, [ClauseSignature])] = []
    if let verb = registry.verb(name) { units.append(("verb", verb.documentation, verb.clauses)) }
    if let source = registry.source(name) {
      units.append(("source", source.documentation, source.clauses))
    }
    if name == Declaration.word {
      let declaration = UnitDocumentation(
        "data NAME = SOURCE CLAUSE …", "Declares a table and what its columns mean.", examples: [])
      units.append(("statement", declaration, Declaration.clauses))
    }
    if let function = registry.function(name) {
      units.append(("function", function.documentation, []))
    }
    if let aggregate = registry.aggregate(name) {
      units.append(("aggregate", aggregate.documentation, []))
    }
    if let window = registry.window(name) {
      units.append(("time function", window.documentation, []))
    }
    return units
  }

  /// The examples of a verb, source or function, each of which runs by itself.
  package func examples(of name: String) -> [String] {
    units(name).flatMap(\.documentation.examples)
  }

  /// The sentence that says what a verb, source or function does; nil when there is none.
  package func sentence(about name: String) -> String? {
    units(name).first?.documentation.summary
  }

  /// Every name help is known for, once, in the order of the reference.
  package var helpNames: [String] {
    let all =
      registry.verbNames + registry.sources.map(\.name) + [Declaration.word] + registry.callNames
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
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
    clauses: [ClauseSignature]
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
