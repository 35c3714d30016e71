import Columnar
import Planning
import QuerySyntax
package import SourceText

extension Session {
  /// A script by path. Throws a fault of phase `input` when it cannot be read.
  package func script(at path: String) throws(PeilError) -> SourceFile {
    do {
      return try catalog.script(at: path)
    } catch {
      throw PeilError(error)
    }
  }

  /// The params of a script with types, defaults and domains, as `--help` shows them.
  package func params(of file: SourceFile) throws(PeilError) -> String {
    let script = Parser.script(in: file, vocabulary: registry)
    var planner = Planner(
      registry: registry, catalog: catalog, file: file, folder: folder(of: file))
    _ = planner.plan(script)
    let params = planner.definitions.params
    guard !params.isEmpty else { return "usage: peil \(file.name)\n\nThe script has no params.\n" }
    var lines = ["usage: peil \(file.name) [--NAME VALUE …]", "", "params:"]
    for param in params {
      var line = "  --\(param.name)  \(param.type.rawValue)"
      if let value = param.defaultValue {
        line += ", default \(value.shown)"
      } else {
        line += ", must be given"
      }
      if !param.domain.values.isEmpty { line += ", one of " + param.domain.summary }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
