extension Command {
  /// Lists the commands, or explains a command, verb or function.
  static let help = Command(
    "help", aliases: ["h", "?"], synopsis: ":help [name]",
    summary: "List the commands, or explain a command, verb or function", argument: .documented
  ) { repl, argument in
    let name = argument.hasPrefix(":") ? String(argument.dropFirst()) : argument
    if name.isEmpty {
      repl.show(overview(width: repl.editor.terminal?.columns ?? .max))
    } else if let command = named(name) {
      repl.show(command.help)
    } else {
      repl.showHelp(name)
    }
    return .next
  }

  /// All commands with their sentence, and the keys that are not self-evident.
  private static func overview(width columns: Int) -> String {
    let rows =
      all.map { ($0.synopsis, $0.summary) } + [
        ("?name", "Explain a verb or function"),
        ("| …", "Go on from the last result"),
        ("Tab, Shift-Tab", "Complete; then the next candidate, or the one before"),
        ("Right, End", "Take what is suggested; Alt-F takes a word of it"),
        ("Up, Down", "Move in the entry, or walk the entries that start like it"),
        ("Home, End", "Go to the ends of the line, then of the entry"),
        ("Ctrl-R", "Search the history"),
        ("Alt-Return", "A new line, whether or not the entry is complete"),
        ("Ctrl-L", "Clear the screen"),
        ("Ctrl-X Ctrl-E", "Edit the entry in your editor"),
        ("Ctrl-C, Ctrl-D", "Drop the entry or stop the run; leave"),
      ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { left, right in
      // Where the screen is narrow the sentence goes on below itself.
      let gap = String(repeating: " ", count: width + 2)
      let sentence = columns == .max ? right : right.wrapped(to: max(12, columns - width - 2))
      return left.padded(to: width + 2) + sentence.replacing("\n", with: "\n" + gap)
    }.joined(separator: "\n")
  }

  /// How it is called, what it does, and what it lets choose from, a line each.
  var help: String {
    let choices = explainedChoices
    let width = choices.map(\.text.count).max() ?? 0
    return "\(synopsis)\n  \(summary).\n"
      + choices.map { "  \($0.text.padded(to: width + 2))\($0.detail)\n" }.joined()
  }
}
