import Reporting
package import Wording

extension EditionDiff {
  /// The differences as lines for people.
  package func text(in language: Language) -> String {
    let wording = DiffWording(language: language)
    var lines = ["\(old.name) → \(new.name)", ""]
    if isEmpty { return (lines + [wording.nothing, ""]).joined(separator: "\n") }
    for page in pages where page.kind != .unchanged {
      lines.append("\(page.heading): \(wording.kind(page.kind))")
      for line in page.changes.flatMap({ DiffLine.all($0, wording) }) {
        lines.append("  \(line.what)")
        if let old = line.old { lines.append("    - \(old)") }
        if let new = line.new {
          lines.append("    + \(new)" + (line.difference.map { "  (\($0))" } ?? ""))
        }
      }
      lines.append("")
    }
    let same = pages.filter { $0.kind == .unchanged }
    if !same.isEmpty {
      lines.append(
        "\(wording.kind(.unchanged)): " + same.map(\.heading).joined(separator: "; "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The differences as JSON: values with a point, and without words of a language.
  package var json: String {
    JSONValue.object([
      ("old", .text(old.name)), ("new", .text(new.name)),
      (
        "pages",
        .array(
          pages.map { page in
            .object([
              ("title", .text(page.title)), ("number", .text(page.number)),
              ("kind", .text(page.kind.rawValue)),
              ("changes", .array(page.changes.map(Self.json))),
            ])
          })
      ),
    ]).text + "\n"
  }

  private static func json(_ change: Change) -> JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
    func object(_ kind: String, _ members: [(String, JSONValue)]) -> JSONValue {
      .object([("kind", .text(kind))] + members)
    }
    switch change {
    case .number(let old, let new):
      return object("number", [("old", .text(old)), ("new", .text(new))])
    case .value(let name, let old, let new, let unit):
      return object(
        "value",
        [
          ("result", .text(name)), ("old", .text(old)), ("new", .text(new)), ("unit", .text(unit)),
        ])
    case .fact(let name, let old, let new):
      return object("fact", [("name", .text(name)), ("old", text(old)), ("new", text(new))])
    case .text(let removed, let added):
      return object(
        "text",
        [
          ("removed", .array(removed.map { .text($0) })),
          ("added", .array(added.map { .text($0) })),
        ])
    case .result(let name, let title, let isAdded):
      return object(
        isAdded ? "result-added" : "result-withdrawn",
        [("result", .text(name)), ("title", .text(title))])
    case .wording(let name, let what, let old, let new):
      return object(
        what, [("result", .text(name)), ("old", .text(old)), ("new", .text(new))])
    case .cell(let name, let row, let column, let old, let new, let unit):
      return object(
        "cell",
        [
          ("result", .text(name)), ("row", .text(row)), ("column", .text(column)),
          ("old", text(old)), ("new", text(new)), ("unit", .text(unit)),
        ])
    }
  }
}

extension EditionDiff.Page {
  /// The number and the title.
  var heading: String {
    title.isEmpty
      ? "–"
      : [number.isEmpty ? "" : number + ".", title].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension EditionContent {
  /// What the edition is called.
  var name: String { edition.isEmpty ? title : edition }
}
