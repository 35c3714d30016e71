import ArgumentParser
import Peil
import Publishing

/// Says what a run would do.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say which blocks of a report would run again, and why; runs none.")

  @OptionGroup var job: JobOptions

  @Option(help: ArgumentHelp("The folder the report is written to.", valueName: "folder"))
  var out: String

  func run() throws {
    let job = try job.job()
    do {
      Output.write(try RunPlan(job, EditionFolder(out)).text)
    } catch {
      Output.fail(PeilError(error))
    }
  }
}
