/// The two files by which systemd runs a report for a user: what to run, and when.
package struct SystemdUnits: Sendable {
  package let service: String
  package let timer: String

  /// The files of a report.
  package init(_ report: ScheduledReport, _ moment: ScheduleMoment) {
    service = """
      \(report.comment)
      [Unit]
      Description=Report \(Self.escaped(report.report))
      StartLimitIntervalSec=3600
      StartLimitBurst=4

      [Service]
      Type=oneshot
      ExecStart=\(report.command.map(Self.quoted).joined(separator: " "))
      # Busy, or a file that was being written: three more times. Anything else stays as it is.
      Restart=on-failure
      RestartSec=300
      RestartPreventExitStatus=1 2 3 64 65 66 69 70 73 77 78

      """
    timer = """
      \(report.comment)
      [Unit]
      Description=Moments of report \(Self.escaped(report.report))

      [Timer]
      OnCalendar=\(moment.calendar)
      # A machine that was off makes up for it; many reports do not start at once.
      Persistent=true
      RandomizedDelaySec=60

      [Install]
      WantedBy=timers.target

      """
  }

  /// A text without what systemd would fill in.
  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%%").replacing("\n", with: " ")
  }

  /// A word of a command as systemd reads it back.
  private static func quoted(_ word: String) -> String {
    let safe = escaped(word).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("$", with: "$$")
    return "\"\(safe)\""
  }
}
