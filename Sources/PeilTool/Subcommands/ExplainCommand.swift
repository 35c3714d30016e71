import ArgumentParser
import Peil
import SourceText

/// Shows what a query will do, without reading data.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show a query as written, as planned and as it will run.")

  @Option(name: .customShort("c"), help: "Explain this text.")
  var query: String?

  @Argument(help: ArgumentHelp("A script, or a query when there is no such file."))
  var text: String?

  func run() {
    var options = SessionOptions()
    // As in a run of the text alone.
    options.keepsColumns = false
    let session = Session(options: options)
    do {
      let source: SourceFile
      if let query {
        source = SourceFile(name: "-c", isNamed: false, text: query)
      } else if let text, !text.contains(" "), !text.contains("|") {
        source = try session.script(at: text)
      } else if let text {
        source = SourceFile(name: "-c", isNamed: false, text: text)
      } else {
        source = try SourceFile(name: "stdin", isNamed: false, bytes: ScriptInput.all())
      }
      Output.write(try session.explain(source))
    } catch {
      Output.fail(PeilError(error))
    }
  }
}
