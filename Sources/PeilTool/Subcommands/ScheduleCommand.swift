import ArgumentParser
import Peil
import Publishing
import SourceText

/// Lets the system run reports.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Let the system run a report: timers of systemd for this user, or cron.",
    subcommands: [Install.self, Check.self, Remove.self])

  /// What runs the reports.
  struct Place: ParsableArguments {
    @Flag(help: "Timers of systemd (the default).")
    var systemd = false

    @Flag(help: "The user's crontab.")
    var cron = false

    func validate() throws {
      if systemd, cron { throw ValidationError("choose `--systemd` or `--cron`") }
    }

    var schedule: ReportSchedule { ReportSchedule(cron ? .cron : .systemd) }
  }
}
