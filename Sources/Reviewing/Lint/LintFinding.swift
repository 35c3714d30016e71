/// Something in an edition that a careful editor would not let pass.
package struct LintFinding: Sendable, Equatable {
  /// How grave it is.
  package enum Severity: String, Sendable {
    /// Surely wrong.
    case error
    /// Worth a look.
    case warning
  }

  /// The rule's name, which stays the same for ever.
  package let rule: String
  package let severity: Severity
  /// The page and section it stands in.
  package let place: String
  /// What is wrong, in one sentence.
  package let message: String
  /// The text it is about.
  package let excerpt: String
}

/// A rule that editions are held to.
struct LintRule: Sendable {
  /// A place, what is wrong there, and the text it is about.
  typealias Finding = (place: String, message: String, excerpt: String)

  let name: String
  let severity: LintFinding.Severity
  let find: @Sendable (LintSubject) -> [Finding]
}

extension EditionLint {
  /// All rules, a line each.
  static let rules: [LintRule] = [
    .placeholder, .repeatedEdition, .repeatedRow, .yearDisagrees, .unlikelySpelling,
    .repeatedSentence, .lostNumber, .danglingLabel, .repeatedNumber, .laterEvent, .otherEdition,
    .variedSentence, .partsAndTotal, .staleFigure,
  ]
}
