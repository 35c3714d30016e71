extension Command {
  /// Tells the time of every run, or no longer.
  static let timing = Command(
    "timing", synopsis: ":timing on|off", summary: "Tell how long every run takes",
    argument: .choice([Candidate("on"), Candidate("off")])
  ) { repl, choice in
    switch choice {
    case "on": repl.showsTiming = true
    case "off": repl.showsTiming = false
    default: return .usage
    }
    return .next
  }
}
