import ArgumentParser
import Peil
import SourceText

/// Prints a script in the one canonical form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Print a script in the one canonical form.")

  @Option(name: .customShort("c"), help: "Format this text.")
  var text: String?

  @Flag(help: "Print nothing; exit with 3 when the script is not in that form.")
  var check = false

  @Argument(help: ArgumentHelp("A script; standard input without one.", valueName: "file"))
  var file: String?

  func run() throws {
    let session = Session()
    do {
      let source: SourceFile
      if let text {
        source = SourceFile(name: "-c", isNamed: false, text: text)
      } else if let file {
        source = try session.script(at: file)
      } else {
        source = try SourceFile(name: "stdin", isNamed: false, bytes: ScriptInput.all())
      }
      let formatted = try session.format(source)
      if check {
        guard formatted == source.text(SourceRange(0, source.utf8.count)) else {
          Output.error("\(source.name) is not formatted: run `peil fmt`\n")
          throw ArgumentParser.ExitCode(3)
        }
      } else {
        Output.write(formatted)
      }
    } catch let code as ArgumentParser.ExitCode {
      throw code
    } catch {
      Output.fail(PeilError(error))
    }
  }
}
