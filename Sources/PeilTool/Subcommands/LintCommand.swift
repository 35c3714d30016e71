import ArgumentParser
import Peil
import Publishing
import Reporting
import Reviewing
import SourceText

/// Looks through a report or an edition for mistakes.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look through a report or a published edition for what should not be printed.",
    discussion: """
      Finds placeholders, figures that are stale, years and labels that disagree with their tables,
      parts that do not add up, numbers without figure, sentences that were copied or lost a number,
      and more. A folder with report.md is run first. Exit code 1 when an error is found, or a
      warning with --strict.
      """)

  /// The values of `--format`.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How findings are written.")
  var format = Format.text

  @Flag(help: "Exit with 1 also when there are warnings only.")
  var strict = false

  @Option(
    name: .customLong("param"), help: ArgumentHelp("Give a param a value.", valueName: "name=value")
  )
  var params: [String] = []

  @OptionGroup var work: WorkOptions

  @Argument(help: ArgumentHelp("A report's folder, or that of an edition.", valueName: "folder"))
  var folder: String

  func run() throws {
    let lint = EditionLint(try content())
    switch format {
    case .text: Output.write(lint.text)
    case .json: Output.write(lint.json)
    }
    let isBad = strict ? !lint.findings.isEmpty : lint.findings.contains { $0.severity == .error }
    if isBad { Output.end(1) }
  }

  private func content() throws -> EditionContent {
    let given = try ScriptArguments([], params: params, expectsFile: false)
    do throws(FileFault) {
      return try EditionContent.read(folder: folder)
    } catch {
      var options = SessionOptions()
      options.arguments = given.values
      work.apply(to: &options)
      do {
        return try ReportJob(folder: folder, options: options).made().said
      } catch {
        Output.fail(PeilError(error))
      }
    }
  }
}
