/// Slips and worse in the text of a program.
enum Mutation {
  /// The text with a few words taken out, doubled, moved, replaced, or cut off.
  static func of(_ text: String, _ random: inout RandomNumbers) -> String {
    var words = pieces(of: text)
    for _ in 0...random.next(3) {
      guard words.count > 1 else { break }
      let place = random.next(words.count)
      switch random.next(7) {
      case 0: words.remove(at: place)
      case 1: words.insert(words[place], at: place)
      case 2: words.swapAt(place, random.next(words.count))
      case 3, 4: words[place] = random.one(of: strange)
      case 5: words.insert(random.one(of: strange), at: place)
      default: if random.oneIn(3) { words.removeSubrange(place...) }
      }
    }
    return words.joined()
  }

  /// Names, numbers, spaces and signs, one after another.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var wasWord = false
    for character in text {
      let isWord = character.isLetter || character.isNumber || character == "_"
      if isWord, wasWord {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      wasWord = isWord
    }
    return pieces
  }

  /// What stands somewhere in a language, seldom where it is put: among it the ends of ranges.
  private static let strange = [
    "9223372036854775807", "-9223372036854775808", "0", "-1", "1.5", "missing", "true", "\"\"",
    "@2020", "@2020Q1", "@0001-01-01", "@9999-12-31", "@2019..@2014", "5..1",
    "0..9223372036854775807", "[]", "[1, \"a\"]", "(", ")", "[", "]", "|", ",", ";", "\n", "=",
    ":", "..", "??", "-", "^", "div", "mod", "not", "in", "is", "if", "then", "else", "by",
    "within", "of", "as", "on", "over", "max", "base", "span", "vs", "with totals", "weight: 1",
    "sum(n)", "count()", "prior(n)", "rank(n)", "lag(n, order: jaar)", "jaar", "n", "code", "ok",
    "dag", "soort", "population", "(population)", "_", "$x", "`a`", "é", "\u{0}", "🇳🇱", "'", "#",
    "pivot", "unpivot n, x as a, b", "yoy", "compare 1 with 2", "as_of 2020", "share n",
    "complete code, jaar in 1..3", "fill n: linear", "harmonise code to 2020", "protect n",
    "cumulative(n)", "rolling_sum(n, 3)", "cagr(n, from: 2012, to: 2012)", "quantile(n, 2)",
    "coverage(n)", "reason(n)", "* 9223372036854775807", "round(x, 400)", "round(x, -400)",
    "sample 3 seed -1", "take", "top 0 by n", "bars n by code", "assert", "profile", "describe",
    "explain", "sources", "distinct", "replace(soort, \"(\", \"\")", "exp(1000)", "10 ^ 400",
  ]
}
