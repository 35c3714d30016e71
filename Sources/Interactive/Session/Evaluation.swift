/// What one run brought: text for standard output, text for standard error, and how it ended.
package struct Evaluation: Equatable, Sendable {
  /// How a run ended.
  package enum Outcome: Equatable, Sendable {
    case succeeded
    case failed
    case cancelled
  }

  /// How the run ended.
  package let outcome: Outcome

  /// Results, for standard output.
  package let output: String

  /// Diagnostics and, in the modes that ask for it, notes, for standard error.
  package let diagnostics: String

  /// The canonical text to save in a script; nil to save what was typed.
  package let script: String?

  /// Creates the account of a run.
  package init(
    _ outcome: Outcome, output: String = "", diagnostics: String = "", script: String? = nil
  ) {
    self.outcome = outcome
    self.output = output
    self.diagnostics = diagnostics
    self.script = script
  }
}
