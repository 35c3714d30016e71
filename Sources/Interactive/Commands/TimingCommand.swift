extension Command {
  /// Tells the time of every run, or no longer.
  static let timing = setting("timing", ":timing [on|off]", "Tell how long every run takes")

  /// A command that changes one setting, or tells what it is.
  static func setting(_ name: String, _ synopsis: String, _ summary: String) -> Command {
    let choices = Setting.named(name)?.choices ?? []
    return Command(
      name, synopsis: synopsis, summary: summary,
      argument: choices.isEmpty ? .text : .choice(choices.map { Candidate($0) })
    ) { repl, value in
      guard let setting = Setting.named(name) else { return .usage }
      if value.isEmpty {
        repl.show("\(name)  \(setting.value(repl))")
        return .next
      }
      return setting.set(repl, value) ? .next : .usage
    }
  }
}
