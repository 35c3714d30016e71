import Columnar
import DataSources
import Planning
import QuerySyntax

/// Names to choose from.
extension Session {
  /// Words that begin a statement.
  static let statementWords = [
    Match("data", "declare a table"), Match("param", "a typed input"),
    Match("let", "keep a result"), Match("def", "define a function"),
    Match("use", "definitions of another script"), Match("print", "a line of text"),
  ]

  /// Types of params and columns.
  static let types = DataType.allCases.map { Match($0.rawValue, "type") }

  /// What may follow `is`.
  static func reasons(isNegated: Bool) -> [Match] {
    [Match("missing", "for any reason")] + (isNegated ? [] : [Match("not", "is not …")])
      + MissingReason.allCases.map { Match($0.name, "missing for this reason") }
  }

  /// Tables that can be read, the session's own first.
  func tables(_ planner: CompletionPlanner) -> [Match] {
    let own = planner.definitions
    return (own.last == nil ? [] : [Match("_", "the last result")])
      + own.kept.keys.sorted().map { Match($0, "let") }
      + own.tables.keys.sorted().map { Match($0, "data") }
      + catalog.tableNames.map { name in
        let title = (try? catalog.table(name))?.schema.title
        return Match(name, title.map { "dataset: \($0)" } ?? "dataset")
      }
  }

  /// Sources such as `csv`.
  func sources() -> [Match] { registry.sources.map { Match($0.name, $0.documentation.summary) } }

  /// The sheets of the workbook a source names.
  func sheets(_ stage: Stage) -> [Match] {
    guard case .literal(.text(let path), _)? = stage.items.first?.value else { return [] }
    let full =
      path.hasPrefix("/") || options.folder.isEmpty ? path : options.folder + "/" + path
    return Workbook.sheetNames(path: full).map { name in
      Match(name, text: "\"\(name.replacingQuotes())\"", "sheet")
    }
  }

  /// Params and values of `let`.
  func parameters(_ planner: CompletionPlanner, prefix: String) -> [Match] {
    planner.definitions.values.sorted { $0.key < $1.key }.map { name, value in
      Match(prefix + name, value.type.rawValue)
    }
  }

  /// Functions with their signatures, by name; the session's own first.
  func functions(_ planner: CompletionPlanner, hasAggregates: Bool) -> [Match] {
    let own = planner.definitions.functions.sorted { $0.key < $1.key }.map { name, function in
      Match(name, text: name + "(", function.signature)
    }
    var signatures: [String: [String]] = [:]
    for name in hasAggregates ? registry.callNames : plainNames {
      signatures[name] = self.signatures(of: name, hasAggregates: hasAggregates)
    }
    return own
      + signatures.sorted { $0.key < $1.key }.map { name, texts in
        Match(name, text: name + "(", texts.joined(separator: " · "))
      }
  }

  private var plainNames: [String] { registry.functions.map(\.name) + registry.windows.map(\.name) }

  private func signatures(of name: String, hasAggregates: Bool) -> [String] {
    let all = [
      registry.function(name)?.signature,
      hasAggregates ? registry.aggregate(name)?.signature : nil, registry.window(name)?.signature,
    ]
    return all.compactMap { $0.map { name + $0.text } }.reduce(into: []) { texts, text in
      if !texts.contains(text) { texts.append(text) }
    }
  }

  /// The signature of a function, built in or of the session.
  func signature(of name: String, _ planner: CompletionPlanner) -> String? {
    if let own = planner.definitions.functions[name] { return own.signature }
    let texts = signatures(of: name, hasAggregates: true)
    return texts.isEmpty ? nil : texts.joined(separator: " · ")
  }

  /// The arguments of a function that are given by name.
  func labels(of name: String) -> [Match] {
    let signature =
      registry.function(name)?.signature ?? registry.aggregate(name)?.signature
      ?? registry.window(name)?.signature
    return (signature?.parameters ?? []).filter(\.isLabelled).map { parameter in
      Match(parameter.name, text: parameter.name + ":", "argument")
    }
  }
}
