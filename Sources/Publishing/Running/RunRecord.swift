import Peil
import Reporting
import SourceText

/// How a run went: what a manifest must not know, such as when, where and how long.
struct RunRecord {
  let report: String
  let out: String
  private let start = WallClock.now
  private let begin = ContinuousClock.now
  private var blocks: [BlockProgress] = []
  var changes: [FileChange] = []
  var faults: [Diagnostic] = []
  var exitCode: Int32 = 0

  init(report: String, out: String) {
    self.report = report
    self.out = out
  }

  /// Takes over what became of a block.
  mutating func add(_ progress: BlockProgress) {
    if progress.state != .started { blocks.append(progress) }
  }

  /// What became of the run in one word.
  var outcome: String {
    if !faults.isEmpty { return "failed" }
    return changes.isEmpty ? "unchanged" : "changed"
  }

  /// The record as JSON.
  var text: String {
    let elapsed = ContinuousClock.now - begin
    return JSONValue.object([
      ("report", .text(report)), ("out", .text(out)), ("outcome", .text(outcome)),
      ("exitCode", .integer(Int(exitCode))), ("started", .text(start.text)),
      ("ended", .text(WallClock.now.text)), ("milliseconds", .integer(elapsed.milliseconds)),
      ("host", .text(Machine.name)),
      ("engine", .object([("name", .text("peil")), ("version", .text(EngineVersion.text))])),
      ("blocks", .array(blocks.map(Self.block))),
      ("changes", .array(changes.map(Self.change))),
      ("faults", .array(faults.map(Self.fault))),
    ]).text + "\n"
  }

  private static func block(_ progress: BlockProgress) -> JSONValue {
    var members: [(String, JSONValue)] = [("name", .text(progress.name))]
    switch progress.state {
    case .started: break
    case .kept: members.append(("state", .text("kept")))
    case .ran(let reason, let time):
      members.append(("state", .text("ran")))
      members.append(("milliseconds", .integer(time.milliseconds)))
      if let reason { members.append(("reason", .text(reason))) }
    }
    return .object(members)
  }

  private static func change(_ change: FileChange) -> JSONValue {
    .object([("path", .text(change.path)), ("change", .text(change.kind.rawValue))])
  }

  private static func fault(_ fault: Diagnostic) -> JSONValue {
    let renderer = DiagnosticRenderer()
    return .object([
      ("code", .text(fault.code)), ("message", .text(fault.message)),
      ("text", .text(renderer.text(of: fault))),
    ])
  }
}
