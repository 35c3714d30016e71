package import Wording

/// One number, large, with what belongs to it: earlier editions and the change since.
package struct KeyFigure: Sendable, Equatable {
  /// The number as text, or the words why there is none.
  package enum Value: Sendable, Equatable {
    /// "536", "12,3%".
    case known(String)
    /// "nog niet bekend"; empty takes the words of the language.
    case missing(String)
  }

  package let value: Value
  /// What is counted; it stands below the number. Empty for none.
  package let unit: String
  /// Lines right of the number, the first of them strong: "Monitor 2019: 536".
  package let facts: [String]

  /// A key figure.
  package init(_ value: Value, unit: String = "", facts: [String] = []) {
    self.value = value
    self.unit = DisplayText.clean(unit)
    self.facts = facts.map(DisplayText.clean).filter { !$0.isEmpty }
  }
}

extension KeyFigure: Mark {
  /// The number with its unit, then each fact, as sentences.
  package func description(in language: Language) -> String {
    let phrases = language.phrases
    var number = words(phrases)
    if !unit.isEmpty { number += " " + unit }
    let sentences = ["\(phrases.keyFigure): \(number)"] + facts
    return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }

  /// Draws the number large, with what is counted and the facts below it.
  package func drawing(in area: DrawingArea) -> Drawing {
    KeyFigurePlan(self, in: area).drawing()
  }

  /// The number, or the words why there is none.
  func words(_ phrases: Phrases) -> String {
    switch value {
    case .known(let text):
      let cleaned = DisplayText.clean(text)
      return cleaned.isEmpty ? phrases.noValue : cleaned
    case .missing(let text):
      let cleaned = DisplayText.clean(text)
      return cleaned.isEmpty ? phrases.noValue : cleaned
    }
  }
}
