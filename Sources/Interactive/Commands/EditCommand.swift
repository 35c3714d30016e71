extension Command {
  /// Writes the next entry in the user's own editor.
  static let edit = Command(
    "edit", aliases: ["e"], synopsis: ":edit [text]",
    summary: "Write the next entry in your editor, from the last one or a text",
    argument: .query
  ) { repl, text in
    // The last entry is this very command.
    let earlier = repl.editor.history.dropLast().last { !$0.hasPrefix(":") && !$0.hasPrefix("?") }
    guard let edited = repl.editor.edit(text.isEmpty ? earlier ?? "" : text) else {
      repl.report("error: the editor could not be run; `EDITOR` names it")
      return .next
    }
    repl.prepared = edited
    return .next
  }
}
