import ArgumentParser
import Peil
import Publishing
import SourceText

extension ScheduleCommand {
  /// Adds a report.
  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run a report at set moments, until it is removed.")

    @OptionGroup var job: JobOptions
    @OptionGroup var place: Place

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var out: String

    @Option(help: "When: `Mon 06:00`, `Mon-Fri 06:00`, `daily 06:00` or `monthly 1 06:00`.")
    var on: String

    @Option(help: ArgumentHelp("Run this when a run fails.", valueName: "command"))
    var onFailure: String?

    @Option(help: ArgumentHelp("Run this when files changed.", valueName: "command"))
    var onChange: String?

    func run() throws {
      _ = try job.job()
      var arguments = job.params.flatMap { ["--param", $0] }
      if let format = job.format { arguments += ["--format", format] }
      if let onFailure { arguments += ["--on-failure", onFailure] }
      if let onChange { arguments += ["--on-change", onChange] }
      let report = ScheduledReport(
        report: EditionFolder(job.folder).path, out: EditionFolder(out).absolutePath,
        program: ProgramPath.own, on: on, arguments: arguments)
      do {
        if let problem = report.problems.first { throw Self.fault(problem) }
        Output.write(try place.schedule.install(report).map { $0 + "\n" }.joined())
      } catch {
        Output.fail(PeilError(error))
      }
    }

    private static func fault(_ problem: String) -> Diagnostic {
      Diagnostic(.error, phase: .usage, code: "cannot-schedule", problem)
    }
  }
}
