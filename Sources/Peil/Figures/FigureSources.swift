import Wording

/// The sources of the rows in one line.
enum FigureSources {
  /// Sources that differ in their last number alone are named together: "Monitor 2020, indicator 4,
  /// 17 en 28". Others follow each other.
  static func joined(_ sources: [String], _ language: Language) -> String {
    var stems: [(stem: String, numbers: [String])] = []
    for source in sources {
      let digits = String(source.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      let stem = String(source.dropLast(digits.count))
      // A number of its own is no part of a word, as in "70072ned1".
      let isOwn = !digits.isEmpty && stem.last == " "
      if isOwn, let index = stems.firstIndex(where: { $0.stem == stem && !$0.numbers.isEmpty }) {
        stems[index].numbers.append(digits)
      } else {
        stems.append(isOwn ? (stem, [digits]) : (source, []))
      }
    }
    let and = language == .dutch ? " en " : " and "
    return stems.map { stem, numbers in
      guard let last = numbers.last, numbers.count > 1 else { return stem + (numbers.first ?? "") }
      return stem + numbers.dropLast().joined(separator: ", ") + and + last
    }.joined(separator: "; ")
  }
}
