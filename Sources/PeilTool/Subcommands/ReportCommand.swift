import ArgumentParser
import Peil
import Reporting
import SourceText
import Wording

/// Renders a report.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Render a report: Markdown with peil blocks to a page, Markdown and figures.")

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var out: String

  @Option(help: "The documents to write, parted by commas: html, md.")
  var format: String?

  @Option(
    name: .customLong("param"), help: ArgumentHelp("Give a param a value.", valueName: "name=value")
  )
  var params: [String] = []

  @Flag(help: "Do not say what was written.")
  var quiet = false

  @OptionGroup var work: WorkOptions

  @Argument(help: ArgumentHelp("The report's folder, with report.md in it.", valueName: "report"))
  var folder: String

  func run() throws {
    let given = try ScriptArguments([], params: params, expectsFile: false)
    let formats = try format.map(ReportFormats.read)
    do {
      let report = try Report.read(folder: folder)
      var options = SessionOptions()
      options.arguments = given.values
      options.folder = folder
      work.apply(to: &options)
      options.language = report.language == .dutch ? .dutch : .english
      let session = Session(options: options)
      var rendered: RenderedReport?
      try Output.watching(session) {
        rendered = try report.rendered(
          in: EngineReportSession(session), engineVersion: EngineVersion.text, formats: formats)
      }
      guard let rendered else { return }
      try rendered.write(to: out)
      if !quiet {
        Output.write(rendered.files.map { "\(out)/\($0.path)\n" }.joined())
      }
    } catch {
      Output.fail(PeilError(error))
    }
  }
}

/// The value of `--format`.
private enum ReportFormats {
  /// The formats a list names. Throws a usage fault for one that is not known.
  static func read(_ text: String) throws -> [ReportFormat] {
    try text.split(separator: ",").map { word in
      let name = word.filter { $0 != " " }
      guard let format = ReportFormat(rawValue: String(name)) else {
        let names = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("no report format `\(name)`; formats: \(names)")
      }
      return format
    }
  }
}
