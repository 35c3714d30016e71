import Columnar
import Testing

@Suite("The order of texts")
struct TextOrderTests {
  private let sorted = [
    "", " ", "1", "10", "2", "A", "a", "Á", "á", "ab", "Ab\u{e9}", "Appingedam", "Den Haag",
    "Denekamp",
    "'s-Graveland", "'s-Gravenhage", "Gravenhage", "’s-Gravenhage", "Groningen", "'s-Hertogenbosch",
    "Hoorn", "IJsselstein", "Sudwest", "Súdwest-Fryslân", "Utrecht", "ver", "'t Zand", "Zandvoort",
    "zee", "日本",
  ]

  @Test("Case is folded, accents come after letters, articles are passed over")
  func examples() {
    for (left, first) in sorted.enumerated() {
      for (right, second) in sorted.enumerated() {
        #expect(TextOrder.precedes(first, second) == (left < right), "\(first) < \(second)")
      }
    }
  }

  @Test("Texts that begin alike are ordered by what comes after")
  func longTexts() {
    let texts = [
      "gemeente Utrecht en", "gemeente Utrecht EN", "Gemeente Utrecht aan", "gemeente Utré",
    ]
    #expect(TextOrder.ranks(of: Self.arena(texts)) == TextOrder.ranks(of: texts))
    #expect(TextOrder.ranks(of: Self.arena(sorted)) == Array(sorted.indices))
  }

  @Test("Many texts are in the order that each two of them are in", arguments: 0..<6)
  func manyTexts(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let alphabets = ["0123456789", "abcxyzABC", "aá-'s 1"].map { $0.map { $0 } }
    let alphabet = alphabets[seed % 3]
    let start = ["P", "GM0363-", "a start longer than sixteen letters "][seed / 2]
    var texts: Set<String> = []
    while texts.count < 700 {
      texts.insert(
        start + String((0...random.next(9)).map { _ in alphabet[random.next(alphabet.count)] }))
    }
    let list = random.shuffled(texts.sorted())
    let ranks = TextOrder.ranks(of: Self.arena(list))
    #expect(ranks == TextOrder.ranks(of: list))
    #expect(ranks.sorted() == Array(list.indices))
  }

  /// The same texts as bytes.
  private static func arena(_ texts: [String]) -> TextArena {
    var starts = [0]
    for text in texts { starts.append(starts[starts.count - 1] + text.utf8.count) }
    return unsafe Array(texts.joined().utf8).withUnsafeBytes {
      unsafe TextArena($0, starts: starts)
    }
  }

  @Test("The order is total and does not depend on the order given", arguments: 0..<60)
  func total(seed: Int) {
    var random = RandomNumbers(seed: seed)
    let pieces = [
      "a", "A", "á", "e\u{301}", "é", "'s-", "'t ", "’s ", "z", " ", "-", "ij", "ĳ", "ß", "1", "日",
      "\0",
    ]
    var texts: [String] = []
    while texts.count < 20 {
      let text = (0..<random.next(4)).map { _ in pieces[random.next(pieces.count)] }.joined()
      if !texts.contains(text) { texts.append(text) }
    }
    let ranks = TextOrder.ranks(of: texts)
    #expect(ranks.sorted() == Array(0..<20))
    #expect(TextOrder.ranks(of: Self.arena(texts)) == ranks)
    let shuffled = random.shuffled(texts)
    let again = TextOrder.ranks(of: shuffled)
    for (text, rank) in zip(texts, ranks) {
      #expect(shuffled.firstIndex(of: text).map { again[$0] } == rank)
    }
    for left in texts.indices {
      for right in texts.indices {
        #expect(TextOrder.precedes(texts[left], texts[right]) == (ranks[left] < ranks[right]))
      }
    }
  }
}
