import ArgumentParser
import Peil
import Reporting
import Reviewing
import SourceText
import Wording

/// Says what differs between two editions.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what differs between two published editions of a report.",
    discussion: """
      Compares what the editions say, page by page: values, sources, periods, text, figures and
      tables, and what was added or withdrawn. Exit code 1 when anything differs.
      """)

  /// The values of `--format`.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, json
  }

  @Option(help: "How the differences are written.")
  var format = Format.text

  @Option(help: "The language of the words between them.")
  var lang = OutputLanguage.nl

  @Argument(help: ArgumentHelp("The folder of the earlier edition.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The folder of the later edition.", valueName: "new"))
  var new: String

  func run() throws {
    let diff = EditionDiff(content(old), content(new))
    let language: Language = lang == .nl ? .dutch : .english
    switch format {
    case .text: Output.write(diff.text(in: language))
    case .html: Output.write(diff.html(in: language))
    case .json: Output.write(diff.json)
    }
    if !diff.isEmpty { Output.end(1) }
  }

  private func content(_ folder: String) -> EditionContent {
    do throws(FileFault) {
      return try EditionContent.read(folder: folder)
    } catch {
      Output.fail(
        PeilError(
          Diagnostic(
            .error, phase: .input, code: "no-edition",
            "`\(folder)` is no published edition: \(error.path): \(error.reason)",
            notes: ["`peil report … --out \(folder)` publishes one"])))
    }
  }
}
