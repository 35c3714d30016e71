import Reporting
package import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where reports are scheduled: timers of systemd for this user, or the user's crontab.
package struct ReportSchedule: Sendable {
  /// What runs the reports.
  package enum Kind: String, Sendable {
    case systemd, cron
  }

  private let kind: Kind
  /// The folder of the user's units.
  private let folder: String

  /// The schedule of a kind.
  package init(_ kind: Kind) {
    self.kind = kind
    let home = Self.variable("HOME") ?? "."
    folder = (Self.variable("XDG_CONFIG_HOME") ?? home + "/.config") + "/systemd/user"
  }

  private static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Adds a report and gives what was written, and what is left to do.
  package func install(_ report: ScheduledReport) throws(Diagnostics) -> [String] {
    let moment = try ScheduleMoment(report.on)
    switch kind {
    case .cron:
      var table = try readTable()
      table.add(report, moment)
      try writeTable(table)
      return ["the crontab runs \(report.report) at: \(report.on)"]
    case .systemd:
      let units = SystemdUnits(report, moment)
      do throws(FileFault) {
        try FileSystem.makeFolders(folder)
        try FileSystem.replace(servicePath(report.name), with: Array(units.service.utf8))
        try FileSystem.replace(timerPath(report.name), with: Array(units.timer.utf8))
      } catch {
        throw Diagnostics(EditionFault.unwritable(error, folder))
      }
      let isEnabled =
        systemctl("daemon-reload") && systemctl("enable", "--now", "\(report.name).timer")
      return [
        "wrote \(servicePath(report.name))", "wrote \(timerPath(report.name))",
        isEnabled
          ? "systemd runs \(report.report) at: \(report.on)"
          : "systemd does not run for this user here; where it does, run: "
            + "systemctl --user daemon-reload && systemctl --user enable --now \(report.name).timer",
      ]
    }
  }

  /// The reports there are, each with what is wrong with it.
  package func check() throws(Diagnostics) -> [(report: ScheduledReport, problems: [String])] {
    switch kind {
    case .cron:
      let table = try readTable()
      return table.reports.map { report in
        var problems = report.problems
        if let moment = Self.moment(report), !table.isAsWritten(report, moment) {
          problems.append("the line of the crontab was changed by hand")
        }
        return (report, problems)
      }
    case .systemd:
      let names = FileSystem.names(in: folder).filter { $0.hasSuffix(".timer") }
      return names.compactMap { name in
        let path = folder + "/" + name
        guard let timer = Self.text(path),
          let report = ScheduledReport(comment: timer.prefix { $0 != "\n" })
        else { return nil }
        var problems = report.problems
        if let moment = Self.moment(report) {
          let units = SystemdUnits(report, moment)
          if units.timer != timer { problems.append("\(path) was changed by hand") }
          let service = servicePath(report.name)
          if Self.text(service) != units.service {
            problems.append("\(service) is gone or was changed by hand")
          }
        }
        return (report, problems)
      }
    }
  }

  /// Removes a report by name; tells whether it was there.
  package func remove(_ name: String) throws(Diagnostics) -> Bool {
    switch kind {
    case .cron:
      var table = try readTable()
      guard table.remove(name) else { return false }
      try writeTable(table)
      return true
    case .systemd:
      guard FileSystem.kind(of: timerPath(name)) == .file else { return false }
      _ = systemctl("disable", "--now", "\(name).timer")
      FileSystem.remove(timerPath(name))
      FileSystem.remove(servicePath(name))
      _ = systemctl("daemon-reload")
      return true
    }
  }

  private func servicePath(_ name: String) -> String { "\(folder)/\(name).service" }
  private func timerPath(_ name: String) -> String { "\(folder)/\(name).timer" }

  private static func text(_ path: String) -> String? {
    (try? FileReading.bytes(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func moment(_ report: ScheduledReport) -> ScheduleMoment? {
    try? ScheduleMoment(report.on)
  }

  private func systemctl(_ words: String...) -> Bool {
    let child = ChildProcess(
      arguments: ["systemctl", "--user"] + words, limit: .seconds(30), showsOutput: false)
    return child.run() == .exited(0)
  }

  private func readTable() throws(Diagnostics) -> CronTable {
    let place: String
    do throws(FileFault) {
      place = try TemporaryFolder.make("peil-cron")
    } catch {
      throw Diagnostics(EditionFault.unwritable(error, error.path))
    }
    defer { FileSystem.remove(place) }
    let child = ChildProcess(
      arguments: [
        "/bin/sh", "-c",
        "command -v crontab >/dev/null || exit 69; crontab -l >\"$1\" 2>/dev/null || true", "sh",
        place + "/table",
      ], limit: .seconds(30))
    guard child.run() == .exited(0) else { throw Diagnostics(Self.noCron) }
    return CronTable(Self.text(place + "/table") ?? "")
  }

  private func writeTable(_ table: CronTable) throws(Diagnostics) {
    let child = ChildProcess(arguments: ["crontab", "-"], limit: .seconds(30))
    guard child.run(input: Array(table.text.utf8)) == .exited(0) else {
      throw Diagnostics(Self.noCron)
    }
  }

  private static let noCron = Diagnostic(
    .error, phase: .unavailable, code: "program-absent",
    "the program `crontab` is not there or does not answer",
    notes: ["schedule the report with `--systemd`"])
}
