extension Command {
  /// Lists the commands, or explains a command, verb or function.
  static let help = Command(
    "help", aliases: ["h", "?"], synopsis: ":help [name]",
    summary: "List the commands, or explain a command, verb or function", argument: .documented
  ) { repl, argument in
    let name = argument.hasPrefix(":") ? String(argument.dropFirst()) : argument
    if name.isEmpty {
      repl.show(overview)
    } else if let command = named(name) {
      repl.show("\(command.synopsis)\n  \(command.summary).\n\(choices(of: command))")
    } else {
      repl.showHelp(name)
    }
    return .next
  }

  /// All commands with their sentence, and the keys that are not self-evident.
  private static var overview: String {
    let rows =
      all.map { ($0.synopsis, $0.summary) } + [
        ("?name", "Explain a verb or function"),
        ("| …", "Go on from the last result"),
        ("Tab, Shift-Tab", "Complete; then the next candidate, or the one before"),
        ("Right, End", "Take what is suggested; Alt-F takes a word of it"),
        ("Up, Down", "Move in the entry, or walk the entries that start like it"),
        ("Ctrl-R", "Search the history"),
        ("Esc Return", "A new line, whether or not the entry is complete"),
        ("Ctrl-X Ctrl-E", "Edit the entry in your editor"),
        ("Ctrl-C, Ctrl-D", "Drop the entry or stop the run; leave"),
      ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { left, right in
      left + String(repeating: " ", count: width - left.count) + "  " + right
    }.joined(separator: "\n")
  }

  /// What a command lets choose from, a line each.
  private static func choices(of command: Command) -> String {
    let choices = command.explainedChoices
    let width = choices.map(\.text.count).max() ?? 0
    return choices.map { choice in
      let gap = String(repeating: " ", count: width - choice.text.count + 2)
      return "  " + choice.text + gap + choice.detail + "\n"
    }.joined()
  }
}
