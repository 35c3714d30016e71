import ArgumentParser
import Peil
import Publishing
import SourceText

extension ScheduleCommand {
  /// Reads back what was installed.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the reports that run by themselves, and what is wrong; 1 when anything is.")

    @OptionGroup var place: Place

    func run() throws {
      do {
        let found = try place.schedule.check()
        for (report, problems) in found {
          Output.write("\(report.name): \(report.report) to \(report.out), \(report.on)\n")
          Output.write(problems.map { "  problem: \($0)\n" }.joined())
        }
        if found.contains(where: { !$0.problems.isEmpty }) { Output.end(1) }
      } catch {
        Output.fail(PeilError(error))
      }
    }
  }
}
