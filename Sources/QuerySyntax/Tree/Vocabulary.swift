/// What the grammar needs to know about verbs: nothing else of them is built in.
package protocol Vocabulary {
  /// The clause words of a verb, source or statement word; nil when it is not known.
  func clauseWords(of verb: String) -> [String]?
  /// In which form the items of a verb (clause nil) or of one of its clauses define names.
  func definition(in verb: String, clause: String?) -> DefinitionForm
}

/// How items of a list may define names; elsewhere an item is an expression and `=` compares.
package enum DefinitionForm: Hashable, Sendable {
  case none
  /// `name = E`
  case equals
  /// `name: E`
  case colon
}

/// A vocabulary with words and nothing behind them, for tests of the grammar.
package struct WordList: Vocabulary {
  private let clauses: [String: [String]]
  private let definitions: [String: DefinitionForm]

  /// Makes a vocabulary: clause words by verb, definition forms by `verb` or `verb clause`.
  package init(clauses: [String: [String]], definitions: [String: DefinitionForm] = [:]) {
    self.clauses = clauses
    self.definitions = definitions
  }

  /// The clause words given for the verb.
  package func clauseWords(of verb: String) -> [String]? { clauses[verb] }

  /// The form given for the verb or clause, `.none` when not given.
  package func definition(in verb: String, clause: String?) -> DefinitionForm {
    definitions[clause.map { "\(verb) \($0)" } ?? verb] ?? .none
  }
}
