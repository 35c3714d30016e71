/// A command of the prompt, which carries its own documentation.
///
/// A new command is a file in this folder and a line in `Commands.swift`; help, completion and
/// the messages read the rest from here.
package struct Command: Sendable {
  /// What follows a command.
  package enum Flow: Equatable, Sendable {
    /// The next prompt.
    case next
    /// The end of the session.
    case leave
    /// A message that says how the command is called, for it was called otherwise.
    case usage
  }

  /// What the command takes, for completion.
  package enum Argument: Sendable {
    case none
    case text
    case choice([Candidate])
    case dataset
    case documented
    case query
    case file
    case setting

    var isNone: Bool {
      if case .none = self { true } else { false }
    }
  }

  /// The word after the colon.
  package let name: String
  /// Other words for it, which are not listed.
  package let aliases: [String]
  /// How it is called, with its colon: `:timing on|off`.
  package let synopsis: String
  /// One sentence about what it does, without a full stop.
  package let summary: String
  /// What it takes.
  package let argument: Argument
  /// Runs it with the text after its name, without white space around it.
  package let action: @Sendable (REPL, String) -> Flow

  /// Creates a command.
  init(
    _ name: String, aliases: [String] = [], synopsis: String, summary: String,
    argument: Argument, action: @escaping @Sendable (REPL, String) -> Flow
  ) {
    self.name = name
    self.aliases = aliases
    self.synopsis = synopsis
    self.summary = summary
    self.argument = argument
    self.action = action
  }

  /// What it lets choose from, where the synopsis does not list it already.
  package var explainedChoices: [Candidate] {
    guard case .choice(let choices) = argument else { return [] }
    return choices.filter { !$0.detail.isEmpty }
  }

  /// How the command is called, with what it lets choose from.
  package var usage: String {
    explainedChoices.isEmpty
      ? synopsis : synopsis + " (" + explainedChoices.map(\.text).joined(separator: ", ") + ")"
  }

  /// The command of a name or alias.
  package static func named(_ name: String) -> Command? {
    all.first { $0.name == name } ?? all.first { $0.aliases.contains(name) }
  }
}

/// A command as typed: its name and the text after it.
package struct CommandCall: Equatable, Sendable {
  /// The word after the colon.
  package let name: String
  /// The rest, without white space around it.
  package let argument: String

  /// Splits the text after the colon.
  package init(_ text: Substring) {
    let name = text.prefix { !$0.isWhitespace }
    self.name = String(name)
    argument = EntryLines.trimmed(String(text[name.endIndex...]))
  }
}
