/// The fixed order of texts: case-folded, accents after letters, `'s-` and `'t ` passed over,
/// then code point. Never the machine's locale.
package enum TextOrder {
  /// The position of each entry in the order; equal texts do not occur.
  package static func ranks(of entries: [String]) -> [Int] {
    let keys = entries.map(Key.init)
    let order = entries.indices.sorted { keys[$0] < keys[$1] }
    var ranks = [Int](repeating: 0, count: entries.count)
    for (rank, entry) in order.enumerated() { ranks[entry] = rank }
    return ranks
  }

  /// Whether one text comes before another.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    Key(left) < Key(right)
  }

  /// What texts are compared by, in this order.
  private struct Key: Comparable {
    /// Base letters in lower case, articles left out.
    let letters: [UInt32]
    /// Lower-case scalars with their accents.
    let accents: [UInt32]
    /// The text itself.
    let scalars: [UInt32]

    init(_ text: String) {
      scalars = text.unicodeScalars.map(\.value)
      let folded = text.lowercased().unicodeScalars.map(\.value)
      accents = folded
      var body = folded[...]
      for article in TextOrder.articles where body.starts(with: article) {
        body = body.dropFirst(article.count)
        break
      }
      letters = body.compactMap(Diacritics.base)
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.letters != right.letters {
        return left.letters.lexicographicallyPrecedes(right.letters)
      }
      if left.accents != right.accents {
        return left.accents.lexicographicallyPrecedes(right.accents)
      }
      return left.scalars.lexicographicallyPrecedes(right.scalars)
    }
  }

  /// `'s-`, `'s `, `'t ` with a straight or a typographic apostrophe.
  private static let articles: [[UInt32]] = ["'s-", "’s-", "'s ", "’s ", "'t ", "’t "].map {
    $0.unicodeScalars.map(\.value)
  }
}

/// Letters without their accents, for sorting.
enum Diacritics {
  /// The base letter of a lower-case scalar; nil for a combining mark, itself when it has none.
  static func base(_ scalar: UInt32) -> UInt32? {
    if scalar < 0xC0 { return scalar }
    if (0x300...0x36F).contains(scalar) { return nil }
    return table[scalar] ?? scalar
  }

  private static let table: [UInt32: UInt32] = {
    let groups: [(base: String, accented: String)] = [
      ("a", "àáâãäåāăąæ"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįıĳ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"),
      ("o", "òóôõöøōŏőœ"), ("r", "ŕŗř"), ("s", "śŝşšșß"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"),
      ("w", "ŵẁẃẅ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var table: [UInt32: UInt32] = [:]
    for (base, accented) in groups {
      guard let letter = base.unicodeScalars.first else { continue }
      for scalar in accented.unicodeScalars { table[scalar.value] = letter.value }
    }
    return table
  }()
}
