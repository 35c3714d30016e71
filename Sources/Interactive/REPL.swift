import SourceText

/// The prompt: reads entries, runs them in a session and prints what they bring.
///
/// An entry is a query, a command (`:timing on`) or a question (`?sum`). Whatever an entry does
/// wrong is told on standard error, and the next prompt follows; only `:quit` and Ctrl-D leave.
package final class REPL {
  /// The engine that runs the entries.
  package let session: any InteractiveSession
  /// Where the entries come from.
  package let editor: any LineEditor
  /// Where results and errors go.
  package let console: Console
  /// The files that commands read and write.
  package let files: FileAccess
  /// Raised by Ctrl-C while an entry runs.
  package let cancellation = CancellationFlag(followsInterrupts: true)

  /// Whether the time of every run is told.
  package var showsTiming = false
  /// The file that the next result goes to instead of the terminal.
  package var onceFile: String?
  /// The text of every run that succeeded, as `:save` writes it.
  package private(set) var succeeded: [String] = []
  /// The files that `:save` wrote in this session, and may write again.
  package var savedFiles: [String] = []

  /// What the next entry starts as.
  package var prepared = ""

  private let measure: (() -> Void) -> Duration

  /// Creates a prompt; `measure` runs something and tells how long it took.
  package init(
    session: any InteractiveSession, editor: any LineEditor, console: Console = .standard,
    files: FileAccess = .disk,
    measure: @escaping (() -> Void) -> Duration = { ContinuousClock().measure($0) }
  ) {
    self.session = session
    self.editor = editor
    self.console = console
    self.files = files
    self.measure = measure
  }

  /// Reads and runs entries until the user leaves.
  package func run() {
    while true {
      let initial = prepared
      prepared = ""
      switch editor.read(self, initial: initial) {
      case .interrupted: continue
      case .end: return
      case .entry(let text):
        let entry = EntryLines.trimmed(text)
        guard !entry.isEmpty else { continue }
        editor.remember(EntryLines.remembered(entry))
        if handle(entry) == .leave { return }
      }
    }
  }

  /// Runs one entry.
  package func handle(_ entry: String) -> Command.Flow {
    if entry.hasPrefix(":") { return runCommand(entry.dropFirst()) }
    if entry.hasPrefix("?") {
      showHelp(EntryLines.trimmed(String(entry.dropFirst())))
    } else {
      evaluate(entry)
    }
    return .next
  }

  private func runCommand(_ text: Substring) -> Command.Flow {
    let call = CommandCall(text)
    if let command = Command.named(call.name) {
      let flow = command.action(self, call.argument)
      if flow == .usage { console.report("error: usage: \(command.usage)") }
      return flow
    }
    let nearest = Suggestion.nearest(to: call.name, among: Command.all.map(\.name))
    let hint = nearest.map { "did you mean `:\($0)`?" } ?? "`:help` lists the commands"
    console.report("error: no command `:\(call.name)`; \(hint)")
    return .next
  }

  /// Runs a text, an entry or the contents of a file, and prints what it brings.
  package func evaluate(_ text: String, file: String? = nil) {
    cancellation.lower()
    let context = RunContext(
      cancellation: cancellation, columns: onceFile == nil ? editor.terminal?.columns : nil,
      file: file)
    var evaluation = Evaluation(.cancelled)
    let time = measure { evaluation = session.run(text, in: context) }
    // A Ctrl-C that stopped this run must not drop the next entry as well.
    cancellation.lower()
    if evaluation.outcome == .succeeded { succeeded.append(evaluation.script ?? text) }
    show(evaluation)
    if showsTiming { console.report("time: \(Self.text(time))") }
  }

  /// Prints what a run brought.
  package func show(_ evaluation: Evaluation) {
    if let path = onceFile, evaluation.outcome == .succeeded, !evaluation.output.isEmpty {
      onceFile = nil
      let isWritten = files.write(path, evaluation.output)
      console.report(isWritten ? "wrote \(path)" : "error: cannot write \(path)")
    } else {
      console.show(evaluation.output)
    }
    console.report(evaluation.diagnostics)
    if evaluation.outcome == .cancelled, evaluation.diagnostics.isEmpty {
      console.report("cancelled")
    }
  }

  /// Prints the help of a verb, function or command.
  package func showHelp(_ name: String) {
    if name.isEmpty {
      console.show(session.documentedNames.joined(separator: "  "))
    } else if let text = session.help(name) {
      console.show(text)
    } else {
      let nearest = Suggestion.nearest(to: name, among: session.documentedNames)
      let hint = nearest.map { "did you mean `?\($0)`?" } ?? "`?` lists the verbs and functions"
      console.report("error: no verb or function `\(name)`; \(hint)")
    }
  }

  /// A time as people read it: `0.4 ms`, `12 ms`, `1.25 s`.
  static func text(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    if microseconds < 10_000 { return "\(microseconds / 1000).\(microseconds / 100 % 10) ms" }
    if microseconds < 1_000_000 { return "\(microseconds / 1000) ms" }
    let hundredths = microseconds / 10_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
