extension Command {
  /// Writes the entries that succeeded as a script.
  static let save = Command(
    "save", synopsis: ":save file.peil",
    summary: "Write the entries that succeeded as a script", argument: .file
  ) { repl, path in
    if path.isEmpty { return .usage }
    let count = repl.succeeded.count
    if count == 0 {
      repl.report("error: nothing succeeded yet, so there is nothing to save")
    } else if repl.files.exists(path) && !repl.savedFiles.contains(path) {
      // A script that is there may be somebody's work: only what was saved here is written over.
      repl.report("error: \(path) exists already; choose another name")
    } else if repl.files.write(path, script(repl.succeeded)) {
      repl.savedFiles.append(path)
      repl.report("wrote \(path): \(count) \(count == 1 ? "entry" : "entries")")
    } else {
      repl.report("error: cannot write \(path)")
    }
    return .next
  }

  /// Entries below each other, and one line end at the end.
  private static func script(_ entries: [String]) -> String {
    var text = entries.joined(separator: "\n")
    while text.utf8.last == 0x0A { text.removeLast() }
    return text + "\n"
  }
}
