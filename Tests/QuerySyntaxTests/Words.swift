import QuerySyntax
import SourceText

/// The verbs of these tests: the grammar knows none of its own.
let words = WordList(
  clauses: [
    "where": [], "select": [], "sort": [], "take": [], "append": [], "save": ["bom"],
    "share": [], "derive": ["by", "replace"], "rename": [], "sum": ["by"], "count": ["by"],
    "summarise": ["by", "with"], "top": ["by", "within"], "unpivot": ["as"], "fill": ["max"],
    "join": ["on", "kind", "match"], "yoy": ["vs", "within"], "describe": [],
    "csv": ["delimiter", "decimal"],
    "data": [
      "key", "time", "measure", "attribute", "label", "types", "missing", "total", "breaks", "on",
      "source",
    ],
  ],
  definitions: [
    "derive": .equals, "derive replace": .equals, "rename": .equals, "summarise": .equals,
    "join on": .equals, "fill": .colon, "data key": .colon, "data time": .colon,
    "data measure": .colon, "data label": .equals, "data types": .colon,
  ])

/// A script of a text.
func parse(_ text: String) -> Script {
  Parser.script(in: SourceFile(name: "test.peil", text: text), vocabulary: words)
}

/// The statements of a text that must have no faults, each as a tree.
func trees(_ text: String) -> [String] {
  let script = parse(text)
  return script.diagnostics.isEmpty
    ? TreeText.text(of: script) : script.diagnostics.map { "fault: \($0.message)" }
}

/// The tree of an expression that must have no faults.
func tree(_ text: String) -> String {
  let file = SourceFile(name: "test.peil", text: text)
  let (expr, faults) = Parser.expression(in: file, vocabulary: words)
  return faults.first.map { "fault: \($0.message)" } ?? TreeText.text(of: expr)
}

/// The faults of a text as `code @place` with the text underlined.
func faults(_ text: String) -> [String] {
  let script = parse(text)
  return script.diagnostics.map { fault in
    let marked = fault.range.map { script.file.text($0) } ?? "no place"
    return "\(fault.code) @\(marked.prefix(30))"
  }
}

/// The text `peil fmt` prints.
func printed(_ text: String) -> String {
  SyntaxPrinter.text(of: parse(text), vocabulary: words)
}
