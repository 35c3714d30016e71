import ArgumentParser
import Peil
import SourceText

/// Runs a query, a script or standard input; at a terminal it is the prompt.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a query, a script, or standard input (the default).",
    usage: """
      peil                           a prompt
      peil -c QUERY                  run a query
      peil FILE [--NAME VALUE …]     run a script with params
      peil < FILE                    the same from standard input
      """)

  @Option(name: .customShort("c"), help: "Run this text.")
  var query: String?

  @Flag(help: "Take each line of standard input as a statement and flush its result.")
  var lines = false

  @Flag(help: "At the prompt: run neither your own rc.peil nor the project's .peilrc first.")
  var noRc = false

  @Option(
    name: .customLong("param"), help: ArgumentHelp("Give a param a value.", valueName: "name=value")
  )
  var params: [String] = []

  @OptionGroup var results: ResultOptions

  @OptionGroup var work: WorkOptions

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("A script, then values for its params.", valueName: "file"))
  var rest: [String] = []

  func run() throws {
    var options = results.session
    let given = try ScriptArguments(rest, params: params, expectsFile: query == nil)
    options.arguments = given.values
    work.apply(to: &options)
    options.keepsColumns = query == nil && given.file == nil && (lines || ScriptInput.isTerminal)
    let session = Session(options: options)
    if let query {
      finish(session, SourceFile(name: "-c", isNamed: false, text: query))
    } else if let path = given.file {
      do {
        finish(session, try session.script(at: path))
      } catch {
        Output.fail(PeilError(error))
      }
    } else if lines {
      LineRunner(session: session, format: results.format).run()
    } else if ScriptInput.isTerminal {
      Prompt.run(session, format: results.format, readsStartupFiles: !noRc)
    } else {
      do {
        finish(
          session,
          try SourceFile(name: "stdin", isNamed: false, bytes: ScriptInput.all()))
      } catch {
        Output.fail(PeilError(error))
      }
    }
  }

  private func finish(_ session: Session, _ file: SourceFile) {
    var writer = ResultWriter(results.format)
    do {
      try Output.watching(session) { try session.run(file) { try writer.write($0) } }
      if let complaint = session.cacheComplaint {
        Output.error("warning: nothing was kept for the next run: \(complaint)\n")
      }
    } catch {
      Output.fail(PeilError(error))
    }
  }
}
