extension Command {
  /// Lists earlier entries, or those that hold a text.
  static let history = Command(
    "history", synopsis: ":history [text]",
    summary: "List earlier entries, or those that hold a text", argument: .text
  ) { repl, text in
    // The last entry is this very command.
    let entries = repl.editor.history.dropLast()
    let found = text.isEmpty ? Array(entries) : entries.filter { contains($0, text) }
    repl.show(found.joined(separator: "\n"))
    if found.isEmpty {
      repl.report(text.isEmpty ? "no earlier entry" : "no entry holds `\(text)`")
    }
    return .next
  }

  /// Whether a text holds another, letter case aside.
  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.lowercased())
    let part = Array(part.lowercased())
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
