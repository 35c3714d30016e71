/// What every verb, clause and function says about itself: help, completion, the reference pages
/// and the example tests read it from here.
package struct UnitDocumentation: Sendable {
  /// How it is written, such as `sum MEASURE… by KEYS`.
  package let synopsis: String
  /// One sentence: what it does.
  package let summary: String
  /// Further rules, a sentence each.
  package let details: [String]
  /// Runnable queries; each must run without a fault.
  package let examples: [String]

  /// Makes documentation.
  package init(
    _ synopsis: String, _ summary: String, details: [String] = [], examples: [String]
  ) {
    self.synopsis = synopsis
    self.summary = summary
    self.details = details
    self.examples = examples
  }

  /// The same with a further argument in brackets and what it does.
  func adding(argument: String, _ detail: String) -> UnitDocumentation {
    UnitDocumentation(
      synopsis.hasSuffix(")") ? "\(synopsis.dropLast()), \(argument))" : synopsis, summary,
      details: details + [detail], examples: examples)
  }
}
