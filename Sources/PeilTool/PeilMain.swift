import ArgumentParser
import Peil

/// The command `peil` and its subcommands, a line each.
struct PeilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peil",
    abstract: "Analytics and reports for policy monitors.",
    discussion: """
      Without arguments `peil` is a prompt; with text on standard input it runs that text.
      Exit codes: 0 done, 1 fault in data or running, 2 fault found before reading data,
      3 an assertion failed, 64 usage, 66 input missing, 69 a program
      is not there, 73 cannot write, 75 busy, 130 interrupted, 143 ended by the system.
      """,
    version: EngineVersion.text,
    subcommands: [
      RunCommand.self, ReportCommand.self, PlanCommand.self, VerifyCommand.self, DiffCommand.self,
      LintCommand.self, ScheduleCommand.self, FormatCommand.self, ExplainCommand.self,
      DatasetsCommand.self,
      CacheCommand.self, ReferenceCommand.self, HelpCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}

extension PeilCommand {
  /// Whether anything but `run` may be meant. Most often it is not, and looking through all
  /// subcommands takes longer than a small query does.
  fileprivate static func isNeeded(for arguments: [String]) -> Bool {
    let names = configuration.subcommands.map { $0.configuration.commandName }
    return arguments.contains { argument in
      ["--version", "--help", "-h", "--"].contains(argument) || names.contains(argument)
        || ["--generate-", "--experimental-", "---"].contains { argument.hasPrefix($0) }
    }
  }
}

@main
enum Main {
  static func main() {
    Memory.keep()
    Output.ignoreClosedPipes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if ScriptHelp.show(arguments) { return }
    guard !PeilCommand.isNeeded(for: arguments), let command = try? RunCommand.parse(arguments)
    else { return PeilCommand.main(arguments) }
    do {
      try command.run()
    } catch {
      PeilCommand.exit(withError: error)
    }
  }
}
