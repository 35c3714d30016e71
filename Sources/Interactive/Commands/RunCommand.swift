extension Command {
  /// Runs a script in this session.
  static let run = Command(
    "run", synopsis: ":run file", summary: "Run a script in this session", argument: .file
  ) { repl, path in
    if path.isEmpty { return .usage }
    if let text = repl.files.read(path) {
      repl.evaluate(text, file: path)
    } else {
      repl.report("error: cannot read \(path) as UTF-8 text")
    }
    return .next
  }
}
