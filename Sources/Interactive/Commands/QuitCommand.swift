extension Command {
  /// Leaves the prompt.
  static let quit = Command(
    "quit", aliases: ["q", "exit"], synopsis: ":quit", summary: "Leave",
    argument: .none
  ) { _, _ in .leave }
}
