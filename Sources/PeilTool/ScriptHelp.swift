import Peil
import SourceText

/// `peil FILE --help`: the params of a script.
enum ScriptHelp {
  /// Shows the params of the script when the arguments ask for them; false when they do not.
  static func show(_ arguments: [String]) -> Bool {
    guard arguments.contains("--help") || arguments.contains("-h"),
      let path = arguments.first, path.hasSuffix(".peil")
    else { return false }
    let session = Session()
    do {
      Output.write(try session.params(of: try session.script(at: path)))
    } catch {
      Output.fail(PeilError(error))
    }
    return true
  }
}
