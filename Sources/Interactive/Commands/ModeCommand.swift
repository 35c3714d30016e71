extension Command {
  /// Sets the form of the results.
  static let mode = Command(
    "mode", synopsis: ":mode [form]", summary: "Set the form of the results",
    argument: .choice(OutputMode.allCases.map { Candidate($0.rawValue, detail: $0.summary) })
  ) { repl, name in
    if name.isEmpty {
      repl.show("mode  \(repl.session.mode.rawValue)")
      return .next
    }
    guard let mode = OutputMode(rawValue: name) else { return .usage }
    repl.session.mode = mode
    return .next
  }
}
