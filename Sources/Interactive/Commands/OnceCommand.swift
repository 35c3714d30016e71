extension Command {
  /// Sends the next result to a file.
  static let once = Command(
    "once", synopsis: ":once file", summary: "Send the next result to a file", argument: .file
  ) { repl, path in
    if path.isEmpty { return .usage }
    repl.onceFile = path
    return .next
  }
}
