extension Language {
  /// A count as it stands in a sentence: a word for zero to twelve, digits beyond.
  ///
  /// Both languages write small counts out in running text; a negative count, which no sentence
  /// of the engine has, is written in digits.
  package func count(_ number: Int) -> String {
    let words: [String]
    switch self {
    case .dutch: words = Self.dutchWords
    case .english: words = Self.englishWords
    }
    guard words.indices.contains(number) else { return numberStyle.integer(Int64(number)) }
    return words[number]
  }

  private static let dutchWords = [
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf",
  ]

  private static let englishWords = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
  ]
}
