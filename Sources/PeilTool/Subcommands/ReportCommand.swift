import ArgumentParser
import Interactive
import Peil
import Publishing
import Reporting
import SourceText

/// Makes a report and publishes it.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a report and publish it: Markdown with peil blocks to a page and more.",
    discussion: """
      The folder of outputs is replaced as a whole, in one step, and only when all went well and
      something changed. Beside it stand NAME.run.json with how the run went, and NAME.failed with
      a run that failed. Where nobody looks on nothing is said when all is well.
      Exit codes beside those of `peil`: 69 a program that a format needs is not there, 75 another
      run is at work or a file changed while it was read, 143 ended by the system.
      """)

  @OptionGroup var job: JobOptions

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var out: String

  @Option(help: "Write a line for each event on standard error: text or json.")
  var log: LogStyle?

  @Option(
    help: ArgumentHelp("Run this when the run fails; JSON on its input.", valueName: "command"))
  var onFailure: String?

  @Option(
    help: ArgumentHelp("Run this when files changed; JSON on its input.", valueName: "command"))
  var onChange: String?

  @Option(help: "Seconds that such a command may take.")
  var hookLimit = Hook.usualSeconds

  @Flag(help: "Exit with 1 when files changed.")
  var exitCode = false

  @Flag(help: "Run every block, whatever is kept of earlier runs.")
  var fresh = false

  @Flag(help: "Do not say what was written.")
  var quiet = false

  func validate() throws {
    guard hookLimit > 0 else { throw ValidationError("`--hook-limit` must be 1 or more") }
  }

  func run() throws {
    var run = ReportRun(try job.job(), to: EditionFolder(out))
    run.onFailure = onFailure.map { Hook($0, seconds: hookLimit) }
    run.onChange = onChange.map { Hook($0, seconds: hookLimit) }
    run.isFresh = fresh
    let eventLog = log.map { style in EventLog(style.style) { Output.error($0) } }
    run.tell = { event in
      if case .block(let progress) = event, progress.state == .started {
        Output.progress?.show(
          "block \(progress.name)", Double(progress.position) / Double(progress.count))
      }
      eventLog?(event)
    }
    Output.progress?.begin()
    Output.ignoreFullFiles()
    let outcome = Interrupts.catchingTermination { run.run() }
    Output.progress?.clear()
    finish(outcome)
  }

  private func finish(_ outcome: ReportRun.Outcome) {
    let faults = outcome.faults + outcome.hookFaults
    if !faults.isEmpty {
      Output.error(PeilError(Diagnostics(faults)).description)
      Output.end(outcome.exitCode)
    }
    if Output.isTerminal, !quiet {
      let note = outcome.changes.isEmpty ? " (unchanged)" : ""
      Output.write(outcome.files.map { "\(out)/\($0.path)\(note)\n" }.joined())
    }
    if exitCode, !outcome.changes.isEmpty { Output.end(1) }
  }
}

/// The value of `--log`.
enum LogStyle: String, ExpressibleByArgument, CaseIterable {
  case text, json

  var style: EventLog.Style {
    switch self {
    case .text: .text
    case .json: .json
    }
  }
}

/// What report, plan and verify have in common: the report, its params and its formats.
struct JobOptions: ParsableArguments {
  @Option(help: "The documents to write, parted by commas: \(ReportFormats.names).")
  var format: String?

  @Option(
    name: .customLong("param"), help: ArgumentHelp("Give a param a value.", valueName: "name=value")
  )
  var params: [String] = []

  @OptionGroup var work: WorkOptions

  @Argument(help: ArgumentHelp("The report's folder, with report.md in it.", valueName: "report"))
  var folder: String

  /// The job they ask for. Throws a usage fault.
  func job() throws -> ReportJob {
    let given = try ScriptArguments([], params: params, expectsFile: false)
    var options = SessionOptions()
    options.arguments = given.values
    work.apply(to: &options)
    options.isCancelled = { Interrupts.isPending }
    if let progress = Output.progress { options.watch = { progress.show($0, $1) } }
    return ReportJob(folder: folder, formats: try format.map(ReportFormats.read), options: options)
  }
}

/// The value of `--format`.
enum ReportFormats {
  /// All names, parted by commas.
  static var names: String { ReportFormat.allCases.map(\.rawValue).joined(separator: ", ") }

  /// The formats a list names. Throws a usage fault for one that is not known.
  static func read(_ text: String) throws -> [ReportFormat] {
    try text.split(separator: ",").map { word in
      let name = word.filter { $0 != " " }
      guard let format = ReportFormat(rawValue: String(name)) else {
        throw ValidationError("no report format `\(name)`; formats: \(names)")
      }
      return format
    }
  }
}
