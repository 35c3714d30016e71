extension Command {
  /// Shows what was read for the last result.
  static let sources = Command(
    "sources", synopsis: ":sources", summary: "Show what was read for the last result",
    argument: .none
  ) { repl, _ in
    repl.peek("_ | sources")
    return .next
  }
}
