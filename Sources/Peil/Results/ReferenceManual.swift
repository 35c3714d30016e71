import Columnar
import Planning
import QuerySyntax
import StandardLibrary

extension Session {
  /// The reference manual of everything a script can name, as Markdown, made from what each verb
  /// and function says about itself.
  package func reference() -> String {
    var lines = [
      "# Reference", "",
      "Made by `peil reference` from the verbs and functions themselves; do not edit.", "",
      "## Verbs", "",
    ]
    for verb in registry.verbs {
      lines += section(verb.name, verb.documentation, clauses: verb.clauses, aliases: verb.aliases)
    }
    lines += ["## Sources", ""]
    for source in registry.sources {
      lines += section(source.name, source.documentation, clauses: source.clauses)
    }
    lines += ["## Clauses of `data`", ""] + table(Declaration.clauses) + [""]
    lines += ["## Functions of a row", ""]
    for function in registry.functions { lines += section(function.name, function.documentation) }
    lines += ["## Aggregates", ""]
    for aggregate in registry.aggregates {
      lines += section(aggregate.name, aggregate.documentation)
    }
    lines += ["## Time functions", ""]
    for window in registry.windows { lines += section(window.name, window.documentation) }
    lines += ["## Types", ""]
    lines += DataType.allCases.map { "- `\($0.rawValue)`: \($0.meaning)" } + [""]
    lines += ["## Reasons for a missing value", "", "The first six may stand in data.", ""]
    lines += MissingReason.allCases.map { "- `\($0.name)`: \($0.meaning)" } + [""]
    lines += ["## Kinds of a measure", ""]
    lines += MeasureKind.all.map { "- `\($0.name)`: \($0.meaning)" } + [""]
    lines += ["## What `compare` says of a figure", "", "The first that applies, in order.", ""]
    lines += FigureVerdict.allCases.map { "- `\($0.rawValue)`: \($0.meaning)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(
    _ name: String, _ documentation: UnitDocumentation, clauses: [ClauseSignature] = [],
    aliases: [String] = []
  ) -> [String] {
    var lines = ["### \(name)", "", "    \(documentation.synopsis)", "", documentation.summary]
    if !aliases.isEmpty {
      lines.append("Also written " + aliases.map { "`\($0)`" }.joined(separator: ", ") + ".")
    }
    lines += documentation.details
    lines.append("")
    if !clauses.isEmpty { lines += table(clauses) + [""] }
    if !documentation.examples.isEmpty {
      lines += ["```peil"] + documentation.examples + ["```", ""]
    }
    return lines
  }

  private func table(_ clauses: [ClauseSignature]) -> [String] {
    ["| clause | items |", "| --- | --- |"]
      + clauses.map { "| `\($0.word)` | \($0.items.replacing("|", with: "\\|")) |" }
  }
}
