import Synchronization

/// A pattern and what finds it. The texts of a column are looked at in pieces, all with one pattern:
/// the last one is remembered.
struct KnownPattern: Sendable {
  let text: String
  /// What finds it without the C library, when it can.
  let automaton: PatternAutomaton?

  private static let remembered = Mutex<KnownPattern?>(nil)

  private init(_ text: String) throws {
    // What the C library refuses is no pattern.
    _ = try PatternMapping.compiled(text, 0)
    self.text = text
    automaton = PatternAutomaton(text)
  }

  /// A pattern made ready. Throws ``EvaluationFault`` for what is none.
  static func last(_ text: String) throws -> KnownPattern {
    try remembered.withLock { known in
      if let known, known.text == text { return known }
      let made = try KnownPattern(text)
      known = made
      return made
    }
  }
}
