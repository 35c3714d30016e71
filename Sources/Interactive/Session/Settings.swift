import FoundationEssentials

/// What a user may set at the prompt, in an rc file or for one session.
package struct Settings: Equatable, Sendable {
  /// Whether the time of every run is told.
  package var showsTiming = false
  /// Whether columns that do not fit are left out.
  package var folds = true
  /// How figures are shown.
  package var figures = FigureDisplay.on
  /// Whether colours are wanted in results.
  package var hasColours: Bool
  /// What shows what is longer than the screen.
  package var pager: Pager

  /// Creates the settings of a session that starts.
  package init(hasColours: Bool = false, pager: Pager = Pager(command: nil)) {
    self.hasColours = hasColours
    self.pager = pager
  }

  /// The settings that the environment of the process asks for.
  package static func standard() -> Settings {
    let environment = ProcessInfo.processInfo.environment
    guard StandardInput.isTerminal, StandardInput.isAnsweredOnTerminal,
      StandardEditor.isCapable(environment["TERM"])
    else { return Settings() }
    return Settings(hasColours: Colours.areWanted, pager: .chosen { environment[$0] })
  }
}

/// One thing that can be set, by name.
struct Setting: Sendable {
  let name: String
  /// One sentence about what it does, without a full stop.
  let summary: String
  /// What it can be; empty when it is no choice.
  let choices: [String]
  /// What it is now.
  let value: @Sendable (REPL) -> String
  /// Sets it; false when it cannot be that.
  let set: @Sendable (REPL, String) -> Bool

  /// A setting that is on or off.
  init(
    _ name: String, _ summary: String, flag path: @escaping @Sendable (REPL) -> Bool,
    set: @escaping @Sendable (REPL, Bool) -> Void
  ) {
    self.init(
      name, summary, choices: ["on", "off"], value: { path($0) ? "on" : "off" },
      set: { repl, word in
        guard word == "on" || word == "off" else { return false }
        set(repl, word == "on")
        return true
      })
  }

  /// A setting with choices or a text.
  init(
    _ name: String, _ summary: String, choices: [String],
    value: @escaping @Sendable (REPL) -> String,
    set: @escaping @Sendable (REPL, String) -> Bool
  ) {
    self.name = name
    self.summary = summary
    self.choices = choices
    self.value = value
    self.set = set
  }

  /// Every setting, in the order of the list.
  static let all: [Setting] = [
    Setting("mode", "The form of the results", choices: OutputMode.allCases.map(\.rawValue)) {
      $0.session.mode.rawValue
    } set: { repl, name in
      guard let mode = OutputMode(rawValue: name) else { return false }
      repl.session.mode = mode
      return true
    },
    Setting("language", "The language of labels and notes", choices: ["nl", "en"]) {
      $0.session.language
    } set: { repl, name in
      repl.session.language = name
      return repl.session.language == name
    },
    Setting("notes", "Whether results have their notes") {
      $0.session.showsNotes
    } set: {
      $0.session.showsNotes = $1
    },
    Setting("fold", "Whether columns that do not fit are left out") {
      $0.settings.folds
    } set: {
      $0.settings.folds = $1
    },
    Setting(
      "figures", "on; characters, for no pictures; off, for their rows",
      choices: FigureDisplay.allCases.map(\.rawValue)
    ) {
      $0.settings.figures.rawValue
    } set: { repl, name in
      guard let figures = FigureDisplay(rawValue: name) else { return false }
      repl.settings.figures = figures
      return true
    },
    Setting("colours", "Whether results and faults have colours") {
      $0.settings.hasColours
    } set: {
      $0.settings.hasColours = $1
    },
    Setting("timing", "Whether the time of every run is told") {
      $0.settings.showsTiming
    } set: {
      $0.settings.showsTiming = $1
    },
    Setting("pager", "on, off, or the command that shows long results", choices: []) {
      $0.settings.pager.command ?? "off"
    } set: { repl, command in
      repl.settings.pager.command =
        command == "off" ? nil : command == "on" ? Pager.usual : command
      return !command.isEmpty
    },
    Setting("threads", "Threads that read and compute; results are the same", choices: []) {
      "\($0.session.threads)"
    } set: { repl, number in
      guard let threads = Int(number), (1...1024).contains(threads) else { return false }
      repl.session.threads = threads
      return true
    },
  ]

  /// The setting of a name.
  static func named(_ name: String) -> Setting? { all.first { $0.name == name } }
}
