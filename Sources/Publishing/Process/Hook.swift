import SourceText

/// A command that is told how a run ended.
package struct Hook: Sendable {
  /// A line for the shell.
  package let command: String
  /// The time it may take.
  package let limit: Duration

  /// Seconds that a hook may take unless told otherwise.
  package static let usualSeconds = 30

  /// A command with the seconds it may take.
  package init(_ command: String, seconds: Int = usualSeconds) {
    self.command = command
    limit = .seconds(seconds)
  }

  /// Runs the command with a text on standard input; gives what went wrong, or nil.
  func run(_ text: String) -> Diagnostic? {
    let child = ChildProcess(arguments: ["/bin/sh", "-c", command], limit: limit)
    let message: String
    switch child.run(input: Array(text.utf8)) {
    case .exited(0): return nil
    case .exited(let code): message = "the command `\(command)` ended with \(code)"
    case .signalled(let number): message = "the command `\(command)` was ended by signal \(number)"
    case .tooLong:
      message =
        "the command `\(command)` took longer than \(limit.components.seconds) s and was ended"
    case .notStarted(let reason): message = "the command `\(command)` cannot start: \(reason)"
    }
    return Diagnostic(
      .error, phase: .run, code: "hook-failed", message,
      notes: ["the report itself is not affected; `--hook-limit` sets the time it may take"])
  }
}
