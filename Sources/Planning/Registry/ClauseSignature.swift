package import QuerySyntax

/// A clause of a verb or source.
package struct ClauseSignature: Sendable {
  package let word: String
  /// How items of the clause define names.
  package let form: DefinitionForm
  /// What follows the word, for help, such as `KEYS` or `"TEXT"`.
  package let items: String
  /// What the items are, for completion.
  package let kind: ItemKind

  /// Makes a clause.
  package init(_ word: String, _ items: String, _ kind: ItemKind, form: DefinitionForm = .none) {
    self.word = word
    self.items = items
    self.kind = kind
    self.form = form
  }
}

/// What stands in a list of items, for completion and help.
package enum ItemKind: Sendable {
  case none
  /// Column names.
  case columns
  /// Expressions over columns.
  case expressions
  /// Names of tables.
  case tables
  /// Literal values: numbers, texts, flags.
  case values
  /// One of some fixed words.
  case words([String])
}
