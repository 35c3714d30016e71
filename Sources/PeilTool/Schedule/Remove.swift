import ArgumentParser
import Peil
import Publishing
import SourceText

extension ScheduleCommand {
  /// Takes a report away.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Let a report run no more.")

    @OptionGroup var place: Place

    @Argument(help: "Its name, as `peil schedule check` lists it.")
    var name: String

    func run() throws {
      do {
        guard try place.schedule.remove(name) else {
          throw Diagnostic(
            .error, phase: .usage, code: "unknown-schedule", "no report is scheduled as `\(name)`",
            notes: ["`peil schedule check` lists them"])
        }
      } catch {
        Output.fail(PeilError(error))
      }
    }
  }
}
