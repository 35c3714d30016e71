import Publishing
import SourceText
import Testing

/// Schedules: moments, and files that can be read and are read back.
@Suite struct ScheduleTests {
  private static let report = ScheduledReport(
    report: "/data/monitor van 100%", out: "/srv/uit/monitor", program: "/usr/bin/peil",
    on: "Mon,Thu 06:05", arguments: ["--param", "naam=d'Oude \"$HOME\""])

  @Test(arguments: [
    ("Mon 06:00", "Mon *-*-* 06:00:00", "0 6 * * 1"),
    ("sun 23:59", "Sun *-*-* 23:59:00", "59 23 * * 0"),
    ("Mon-Fri 06:30", "Mon,Tue,Wed,Thu,Fri *-*-* 06:30:00", "30 6 * * 1,2,3,4,5"),
    ("Thu,Mon 06:00", "Mon,Thu *-*-* 06:00:00", "0 6 * * 1,4"),
    ("daily 00:00", "*-*-* 00:00:00", "0 0 * * *"),
    ("monthly 1 06:00", "*-*-01 06:00:00", "0 6 1 * *"),
  ])
  func momentsAreWrittenForBoth(text: String, calendar: String, cron: String) throws {
    let moment = try ScheduleMoment(text)
    let report = ScheduledReport(
      report: "/r", out: "/o", program: "/p", on: text, arguments: [])
    #expect(SystemdUnits(report, moment).timer.contains("OnCalendar=\(calendar)\n"))
    var table = CronTable("")
    table.add(report, moment)
    #expect(table.text.contains("\n\(cron) '/p' 'report' '/r' '--out' '/o'\n"))
  }

  @Test(arguments: [
    "", "Mon", "06:00", "Mon 6:00", "Mon 24:00", "Mon 06:60", "Maandag 06:00", "Fri-Mon 06:00",
    "monthly 31 06:00", "monthly 06:00", "daily 1 06:00", "Mon, 06:00", "* * * * *",
  ])
  func otherMomentsAreFaultsOfUsage(text: String) {
    let fault = #expect(throws: Diagnostics.self) { try ScheduleMoment(text) }
    #expect(fault?.list.first?.phase == .usage)
  }

  @Test func wordsOfACommandAreQuotedForEach() throws {
    let moment = try ScheduleMoment(Self.report.on)
    let service = SystemdUnits(Self.report, moment).service
    #expect(service.contains("\"/data/monitor van 100%%\""))
    #expect(service.contains("\"naam=d'Oude \\\"$$HOME\\\"\""))
    var table = CronTable("")
    table.add(Self.report, moment)
    #expect(table.text.contains("'/data/monitor van 100\\%'"))
    #expect(table.text.contains("'naam=d'\\''Oude \"$HOME\"'"))
  }

  @Test func cronKeepsLinesOfOthersAndReplacesItsOwn() throws {
    let moment = try ScheduleMoment(Self.report.on)
    var table = CronTable("# van mij\n5 4 * * * opruimen\n")
    table.add(Self.report, moment)
    var later = Self.report
    later.on = "daily 07:00"
    table.add(later, try ScheduleMoment(later.on))
    #expect(table.reports == [later])
    #expect(table.text.hasPrefix("# van mij\n5 4 * * * opruimen\n# peil schedule: "))
    #expect(table.isAsWritten(later, try ScheduleMoment(later.on)))
    let edited = CronTable(table.text.replacing("0 7 * * *", with: "0 9 * * *"))
    #expect(!edited.isAsWritten(later, try ScheduleMoment(later.on)))
    let removals = [table.remove(later.name), table.remove(later.name)]
    #expect(removals == [true, false])
    #expect(table.text == "# van mij\n5 4 * * * opruimen\n")
  }

  @Test func unitsTellWhatTheyAreFor() throws {
    let units = SystemdUnits(Self.report, try ScheduleMoment(Self.report.on))
    var table = CronTable(units.timer)
    #expect(table.reports == [Self.report])
    let isRemoved = table.remove("peil-monitor")
    #expect(isRemoved)
    #expect(units.timer.contains("Persistent=true\n"))
    #expect(units.service.contains("RestartPreventExitStatus=1 2 3 64 65 66 69 70 73 77 78\n"))
  }
}
