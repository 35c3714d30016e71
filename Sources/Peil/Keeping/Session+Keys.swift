import Columnar
import Planning
import SourceText

extension Session {
  /// Why a key cannot be known yet: a table it depends on has no rows.
  struct Pending: Error {
    let name: String
  }

  /// What the rows of a plan depend on. Throws ``Pending`` while a table has no rows yet.
  ///
  /// Names are looked for in the text: more may be found than a plan uses, never less.
  func key(of plan: LogicalPlan, _ text: String, label: String, values: [KeptTable]) throws
    -> StatementKey
  {
    var parts = [
      StatementKey.Part("engine", engineIdentity),
      StatementKey.Part("language", options.language.rawValue),
      StatementKey.Part("text", Digest.hexadecimal(Array(text.utf8))),
    ]
    var found = KeyParts(definitions, Self.scanned(plan).compactMap { $0 as? KeptTable } + values)
    // The name that a `let` gives is not one it depends on.
    if label.hasPrefix("let ") { found.seen.insert(String(label.dropFirst(4))) }
    collect(StatementText.names(in: text), into: &found)
    for file in Self.files(of: Self.scanned(plan)) where !file.isEmbedded {
      found.files.append(file)
    }
    parts += found.params + found.definitions
    for table in found.tables {
      guard let rows = table.table else { throw Pending(name: table.name) }
      parts.append(StatementKey.Part("table \(table.name)", digest(of: table, rows)))
    }
    var paths: Set<String> = []
    for file in found.files where paths.insert(file.path).inserted {
      parts.append(StatementKey.Part("file \(file.path)", try file.sha256()))
    }
    return StatementKey(label: label, parts: parts)
  }

  private struct KeyParts {
    let shown: [String: String]
    var params: [StatementKey.Part] = []
    var definitions: [StatementKey.Part] = []
    var tables: [KeptTable] = []
    var files: [CSVTable] = []
    var seen: Set<String> = []

    init(_ definitions: Definitions, _ tables: [KeptTable]) {
      shown = Dictionary(
        definitions.params.compactMap { param in
          definitions.values[param.name]?.literal.map { (param.name, $0.shown) }
        }, uniquingKeysWith: { $1 })
      for table in tables where !self.tables.contains(where: { $0 === table }) {
        self.tables.append(table)
      }
    }
  }

  /// Follows names to their definitions, and the names in those.
  private func collect(_ names: [String], into found: inout KeyParts) {
    for name in names where found.seen.insert(name).inserted {
      if name == "_", let last = definitions.last {
        found.tables.append(last)
      } else if let value = found.shown[name] {
        found.params.append(StatementKey.Part("param \(name)", value))
      } else if let table = definitions.kept[name] {
        if !found.tables.contains(where: { $0 === table }) { found.tables.append(table) }
      } else if let origin = origins[name] {
        let place = origin.script.map { " in \($0)" } ?? ""
        found.definitions.append(
          StatementKey.Part(
            "definition \(name)\(place)", Digest.hexadecimal(Array(origin.text.utf8))))
        if let table = definitions.tables[name] {
          found.files += Self.files(of: [table]).filter { !$0.isEmbedded }
          // A table of breaks may be computed from files that are named nowhere else.
          let breaks = table.schema.breaks.map(\.listing)
          if !breaks.isEmpty {
            found.definitions.append(
              StatementKey.Part(
                "breaks of \(name)", Digest.hexadecimal(Array(breaks.joined().utf8))))
          }
        }
        collect(StatementText.names(in: origin.text), into: &found)
      }
    }
  }

  /// The digest of rows, with what their columns mean.
  private func digest(of kept: KeptTable, _ rows: Table) -> String {
    if let known = digests[ObjectIdentifier(kept)] { return known.digest }
    let meaning = rows.schema.fields.map { field in
      "\(field.name) \(field.type) \(field.role) \(String(describing: field.measure)) "
        + "\(field.unit?.text ?? "") \(field.entity?.name ?? "") "
        + String(describing: field.granularity)
    }
    let digest = Digest.hexadecimal(
      Array(
        (meaning + [KeptRows(rows, kept.notes, readings: []).digest])
          .joined(separator: "\n").utf8))
    digests[ObjectIdentifier(kept)] = (kept, digest)
    return digest
  }

  /// What a plan scans itself: a table of a `let` stands for what it was made of.
  private static func scanned(_ plan: LogicalPlan) -> [any TableSource] {
    if case .scan(let source) = plan.node { return [source] }
    return plan.inputs.flatMap { scanned($0) }
  }

  /// The files behind sources.
  static func files(of sources: [any TableSource]) -> [CSVTable] {
    sources.flatMap { source -> [CSVTable] in
      switch (source as? DeclaredTable)?.source ?? source {
      case let union as FileUnion: union.files
      case let file as CSVTable: [file]
      default: []
      }
    }
  }
}
