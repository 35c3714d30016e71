extension Command {
  /// Shows what is in the columns of a dataset or of the last result.
  static let profile = Command(
    "profile", synopsis: ":profile [name]",
    summary: "Show what is in each column of a dataset, or of the last result",
    argument: .dataset
  ) { repl, name in
    repl.peek("\(name.isEmpty ? "_" : name) | profile")
    return .next
  }
}
