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

@main
enum Main {
  static func main() {
    Memory.keep()
    Output.ignoreClosedPipes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if ScriptHelp.show(arguments) { return }
    PeilCommand.main(arguments)
  }
}
