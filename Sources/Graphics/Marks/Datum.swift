/// One value of a figure, or the words why there is none.
package enum Datum: Sendable, Equatable {
  case known(Double)
  /// "nog niet bekend"; empty takes the words of the language for a figure that is not there.
  case missing(String)

  /// The value; nil when missing, infinite or not a number, which no figure can show.
  package var value: Double? {
    switch self {
    case .known(let value): value.isFinite ? value : nil
    case .missing: nil
    }
  }

  /// The reason why there is no value, in the words of the author when there are any.
  func reason(_ phrases: Phrases) -> String {
    switch self {
    case .known: return phrases.noValue
    case .missing(let words):
      let cleaned = DisplayText.clean(words)
      return cleaned.isEmpty ? phrases.noValue : cleaned
    }
  }
}
