import Interactive

/// A session at the prompt written down: prompts, what was typed, and what was printed.
///
/// Lines that start with a prompt hold the input; `^C` stands for Ctrl-C. Running it again must
/// give the same text.
struct Transcript {
  /// The text that a run of the recorded input gives.
  static func replayed(
    _ recorded: String, session: any InteractiveSession = SampleSession(),
    files: MemoryFiles = .init()
  ) -> String {
    var lines = recorded.split(separator: "\n", omittingEmptySubsequences: false).compactMap {
      line in
      [Prompt.first, Prompt.continuation].first { line.hasPrefix($0) }.map {
        String(line.dropFirst($0.count))
      }
    }[...]
    var text = ""
    let editor = PlainEditor(terminal: TerminalSize(columns: 80, rows: 24), write: { text += $0 }) {
      // The last prompt is where the input ends.
      guard lines.count > 1, let line = lines.popFirst() else { return .end }
      text += line
      if line == "^C" { return .interrupted }
      text += "\n"
      return .text(line)
    }
    let console = Console(output: { text += $0 }, errors: { text += $0 })
    let repl = REPL(session: session, editor: editor, console: console, files: files.access) {
      $0()
      return .milliseconds(12)
    }
    repl.run()
    return text
  }
}

/// Files in memory, for commands that read and write.
final class MemoryFiles {
  var contents: [String: String]

  init(_ contents: [String: String] = [:]) {
    self.contents = contents
  }

  var access: FileAccess {
    FileAccess(
      read: { self.contents[$0] },
      write: { path, text in
        guard !path.hasPrefix("/") else { return false }
        self.contents[path] = text
        return true
      },
      exists: { self.contents[$0] != nil },
      list: { folder in
        folder == "." ? self.contents.keys.sorted() : []
      })
  }
}
