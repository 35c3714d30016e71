/// The lines of a user's crontab, of which two belong to each report: what it is, and the command.
package struct CronTable: Sendable {
  private var lines: [String]

  /// The table as `crontab -l` gives it.
  package init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// The table as `crontab -` takes it.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// The reports in it.
  package var reports: [ScheduledReport] { lines.compactMap { ScheduledReport(comment: $0) } }

  /// Adds a report, in the place of an earlier one of that name.
  package mutating func add(_ report: ScheduledReport, _ moment: ScheduleMoment) {
    remove(report.name)
    lines.append(report.comment)
    lines.append(moment.cron + " " + report.command.map(Self.quoted).joined(separator: " "))
  }

  /// Removes a report; tells whether it was there.
  @discardableResult
  package mutating func remove(_ name: String) -> Bool {
    guard let place = lines.firstIndex(where: { ScheduledReport(comment: $0)?.name == name })
    else { return false }
    lines.removeSubrange(place..<min(place + 2, lines.count))
    return true
  }

  /// Whether the command below the comment is the one that belongs to it.
  package func isAsWritten(_ report: ScheduledReport, _ moment: ScheduleMoment) -> Bool {
    guard let place = lines.firstIndex(where: { ScheduledReport(comment: $0) == report }),
      place + 1 < lines.count
    else { return false }
    var fresh = CronTable("")
    fresh.add(report, moment)
    return fresh.lines.last == lines[place + 1]
  }

  /// A word of a command for the shell; cron itself reads a percent sign as the end of it.
  private static func quoted(_ word: String) -> String {
    let safe = word.replacing("'", with: "'\\''").replacing("%", with: "\\%")
    return "'\(safe)'"
  }
}
