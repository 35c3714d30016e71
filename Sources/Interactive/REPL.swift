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

  /// What the user set.
  package var settings: Settings
  /// The file that the next result goes to instead of the terminal.
  package var onceFile: String?
  /// The text of every run that succeeded, as `:save` writes it.
  package private(set) var succeeded: [String] = []
  /// The files that `:save` wrote in this session, and may write again.
  package var savedFiles: [String] = []

  /// How many faults were told so far.
  package var reports = 0
  /// How many runs were stopped so far.
  private var cancelled = 0
  /// What the next entry starts as.
  package var prepared = ""

  private let measure: (() -> Void) -> Duration

  /// Creates a prompt; `measure` runs something and tells how long it took.
  package init(
    session: any InteractiveSession, editor: any LineEditor, console: Console = .standard,
    files: FileAccess = .disk, settings: Settings = Settings(),
    measure: @escaping (() -> Void) -> Duration = { ContinuousClock().measure($0) }
  ) {
    self.session = session
    self.editor = editor
    self.console = console
    self.files = files
    self.settings = settings
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

  /// Runs one entry; of lines that were pasted with commands among them, one after the other up to
  /// the first that is wrong.
  package func handle(_ entry: String) -> Command.Flow {
    let parts = EntryLines.parts(of: entry, needsMore: needsMore)
    guard parts.count > 1, parts.contains(where: { $0.isForPrompt }) else {
      return handle(part: entry)
    }
    for part in parts {
      let faults = reports + cancelled
      if handle(part: EntryLines.trimmed(part.text)) == .leave { return .leave }
      if reports + cancelled > faults { break }
    }
    return .next
  }

  private func handle(part entry: String) -> Command.Flow {
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
      let isTooMuch = command.argument.isNone && !call.argument.isEmpty
      let flow = isTooMuch ? .usage : command.action(self, call.argument)
      if flow == .usage { report("error: usage: \(command.usage)") }
      return flow
    }
    let nearest = Suggestion.nearest(to: call.name, among: Command.all.map(\.name))
    let hint = nearest.map { "did you mean `:\($0)`?" } ?? "`:help` lists the commands"
    report("error: no command `:\(call.name)`; \(hint)")
    return .next
  }

  /// Runs a text, an entry or the contents of a file, and prints what it brings.
  package func evaluate(_ text: String, file: String? = nil) {
    let evaluation = run(text) { session.run(text, in: context(file: file)) }
    if evaluation.outcome == .succeeded { succeeded.append(evaluation.script ?? text) }
  }

  /// Runs a text that looks and changes nothing, and prints what it brings.
  package func peek(_ text: String) {
    _ = run(text) { session.peek(text, in: context()) }
  }

  private func run(_ text: String, _ body: () -> Evaluation) -> Evaluation {
    var evaluation = Evaluation(.cancelled)
    let time = measure { evaluation = body() }
    // A Ctrl-C that stopped this run must not drop the next entry as well.
    cancellation.lower()
    if evaluation.outcome == .cancelled { cancelled += 1 }
    show(evaluation)
    if settings.showsTiming { report("time: \(Self.text(time))") }
    return evaluation
  }

  /// The circumstances of the next run.
  package func context(file: String? = nil) -> RunContext {
    let terminal = onceFile == nil ? editor.terminal : nil
    let screen = terminal.map {
      ResultScreen(
        columns: $0.columns, hasColours: settings.hasColours, folds: settings.folds,
        figures: settings.figures)
    }
    return RunContext(cancellation: cancellation, screen: screen, file: file)
  }

  /// Prints the help of a verb, function or command, and runs its first example; of a dataset, its
  /// columns.
  package func showHelp(_ name: String) {
    if name.isEmpty {
      show(session.documentedNames.joined(separator: "  ").wrapped(to: width, gap: "  "))
    } else if let command = Command.named(name.hasPrefix(":") ? String(name.dropFirst()) : "") {
      show(command.help)
    } else if let text = session.help(name) {
      var text = fitted(text.hasSuffix("\n") ? text : text + "\n")
      if let example = session.example(of: name) {
        let seen = session.peek(example, in: context())
        if seen.outcome == .succeeded, !seen.output.isEmpty {
          text += "\nthe first example gives:\n\(Self.start(of: seen.output))"
        }
      }
      show(text)
    } else if let columns = session.describe(name, in: context()) {
      show(columns)
    } else {
      let nearest = Suggestion.nearest(to: name, among: session.documentedNames)
      let hint = nearest.map { "did you mean `?\($0)`?" } ?? "`?` lists the verbs and functions"
      report("error: no verb or function `\(name)`; \(hint)")
    }
  }

  /// The text with lines that are too long for the terminal parted between words, the rest of a
  /// line standing further in: an example so parted can still be run.
  private func fitted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard DisplayWidth.of(String(line)) > width else { return String(line) }
      let indent = String(repeating: " ", count: line.prefix { $0 == " " }.count)
      let parts = String(line).wrapped(to: width - indent.count - 2)
      return indent + parts.replacing("\n", with: "\n\(indent)  ")
    }.joined(separator: "\n")
  }

  /// The columns that a text may take.
  private var width: Int { editor.terminal?.columns ?? .max }

  /// As much of an example's result as shows what it is like.
  private static func start(of output: String) -> String {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    let most = 20
    return lines.count <= most + 1 ? output : lines.prefix(most).joined(separator: "\n") + "\n…\n"
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
