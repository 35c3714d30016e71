import ArgumentParser
import Peil

/// Explains a verb, clause or function.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Explain a verb, a source or a function.")

  @Argument(help: "The name; without one this help.")
  var name: String?

  func run() {
    guard let name else {
      Output.write(PeilCommand.helpMessage() + "\n")
      return
    }
    let session = Session()
    if let command = PeilCommand.configuration.subcommands.first(where: {
      $0.configuration.commandName == name
    }) {
      Output.write(PeilCommand.helpMessage(for: command) + "\n")
    } else if let text = session.help(name) {
      Output.write(text)
    } else {
      Output.fail(session.unknownHelp(name))
    }
  }
}
