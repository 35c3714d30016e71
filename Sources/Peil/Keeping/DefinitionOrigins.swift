import QuerySyntax
import SourceText

/// Where names were defined: the text of each, by which a change of it shows.
struct DefinitionOrigins {
  /// A text that defines a name.
  struct Origin {
    let text: String
    /// The script it was taken from by `use`, or nil for the text itself.
    let script: String?
  }

  private var origins: [String: Origin] = [:]

  subscript(name: String) -> Origin? { origins[name] }

  /// Takes note of what a script defines. `name` is what a script read by `use` is called.
  mutating func add(_ script: Script, name: String? = nil) {
    for statement in script.statements {
      let defined: String
      switch statement.kind {
      case .data(let name, _), .letTable(let name, _), .letValue(let name, _), .def(let name, _, _):
        defined = name.text
      case .param(let name, _, _, _): defined = name.text
      case .use, .print, .pipeline, .invalid: continue
      }
      origins[defined] = Origin(text: script.file.text(statement.range), script: name)
    }
  }
}
