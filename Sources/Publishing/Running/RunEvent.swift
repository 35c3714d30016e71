package import Reporting
package import SourceText

/// Something worth telling while a report is made.
package enum RunEvent: Sendable {
  case started(report: String, out: String)
  case block(BlockProgress)
  /// The edition that stands is as it was.
  case unchanged
  case published([FileChange])
  case failed([Diagnostic])
}

/// Writes events as lines: for people, or an object of JSON each.
package struct EventLog: Sendable {
  /// How lines are written.
  package enum Style: String, Sendable, CaseIterable {
    case text, json
  }

  private let style: Style
  private let write: @Sendable (String) -> Void

  /// A log that hands each line to `write`, with its line end.
  package init(_ style: Style, write: @escaping @Sendable (String) -> Void) {
    self.style = style
    self.write = write
  }

  /// Writes an event.
  package func callAsFunction(_ event: RunEvent) {
    guard let (name, members, text) = Self.description(event) else { return }
    switch style {
    case .text: write(text + "\n")
    case .json:
      let all = [("event", JSONValue.text(name)), ("time", .text(WallClock.now.text))] + members
      write(JSONValue.object(all).line + "\n")
    }
  }

  private static func description(_ event: RunEvent)
    -> (name: String, members: [(String, JSONValue)], text: String)?
  {
    switch event {
    case .started(let report, let out):
      return (
        "started", [("report", .text(report)), ("out", .text(out))], "\(report): to \(out)"
      )
    case .block(let progress):
      let place = [
        ("block", JSONValue.text(progress.name)), ("position", .integer(progress.position + 1)),
        ("count", .integer(progress.count)),
      ]
      switch progress.state {
      case .started: return nil
      case .kept:
        return ("block", place + [("state", .text("kept"))], "block \(progress.name): kept")
      case .ran(let reason, let time):
        let why = reason.map { ", \($0)" } ?? ""
        return (
          "block",
          place + [
            ("state", .text("ran")), ("milliseconds", .integer(time.milliseconds)),
            ("reason", reason.map { .text($0) } ?? .null),
          ], "block \(progress.name): ran in \(time.milliseconds) ms\(why)"
        )
      }
    case .unchanged: return ("unchanged", [], "unchanged")
    case .published(let changes):
      let list = changes.map { change in
        JSONValue.object([("path", .text(change.path)), ("change", .text(change.kind.rawValue))])
      }
      let lines = changes.map { "\($0.kind.rawValue) \($0.path)" }
      return ("published", [("changes", .array(list))], lines.joined(separator: "\n"))
    case .failed(let faults):
      // As text the faults are shown whole by who started the run.
      let list = faults.map { JSONValue.text($0.message) }
      return ("failed", [("faults", .array(list))], "failed")
    }
  }
}

extension Duration {
  /// Whole thousandths of a second.
  var milliseconds: Int {
    Int(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
  }
}
