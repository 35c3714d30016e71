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

  /// The same for bytes at hand. Most texts are told apart by the first letters, which are taken
  /// straight from the bytes; only those that are not are made.
  package static func ranks(of texts: TextArena) -> [Int] {
    let starts = unsafe texts.withUnsafeTexts { bytes in
      (0..<texts.count).map { index in
        unsafe TextStart(plain: bytes(index)) ?? TextStart(Key(texts[index]).letters)
      }
    }
    let cells = TextStart.cells(starts)
    let order = CellOrder.sorted(cells.rows, bits: cells.bits)
    var ranks = [Int](repeating: 0, count: order.count)
    var first = 0
    while first < order.count {
      var next = first + 1
      while next < order.count, order[next].cell == order[first].cell { next += 1 }
      if next == first + 1 {
        ranks[Int(order[first].row)] = first
      } else {
        let alike = order[first..<next].map { Int($0.row) }
        for (place, entry) in sorted(alike, of: texts).enumerated() {
          ranks[entry] = first + place
        }
      }
      first = next
    }
    return ranks
  }

  private static func sorted(_ entries: [Int], of texts: TextArena) -> [Int] {
    let keys = entries.map { (entry: $0, key: Key(texts[$0])) }
    return keys.sorted { $0.key < $1.key }.map(\.entry)
  }

  /// Whether one text comes before another.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    Key(left) < Key(right)
  }

  /// What texts are compared by: their letters, and where those agree the texts themselves.
  private struct Key: Comparable {
    /// Base letters in lower case, articles left out; UTF-8, whose order is that of code points.
    let letters: [UInt8]
    let text: String

    init(_ text: String) {
      self.text = text
      letters = Self.plainLetters(text) ?? Self.letters(text)
    }

    /// The letters of a text in ASCII without an article, which most texts are; else nil.
    private static func plainLetters(_ text: String) -> [UInt8]? {
      let bytes = text.utf8
      guard bytes.first != UInt8(ascii: "'") else { return nil }
      var letters: [UInt8] = []
      letters.reserveCapacity(bytes.count)
      for byte in bytes {
        guard byte < 0x80 else { return nil }
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        letters.append(isUpper ? byte | 0x20 : byte)
      }
      return letters
    }

    private static func letters(_ text: String) -> [UInt8] {
      let folded = text.lowercased().unicodeScalars.map(\.value)
      var body = folded[...]
      for article in TextOrder.articles where body.starts(with: article) {
        body = body.dropFirst(article.count)
        break
      }
      var letters = String.UnicodeScalarView()
      letters.append(contentsOf: body.compactMap(Diacritics.base).compactMap(UnicodeScalar.init))
      return Array(String(letters).utf8)
    }

    static func == (left: Key, right: Key) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.letters != right.letters {
        return left.letters.lexicographicallyPrecedes(right.letters)
      }
      // In lower case with their accents, then as they are.
      let (lower, upper) = (left.text.lowercased().utf8, right.text.lowercased().utf8)
      if !lower.elementsEqual(upper) { return lower.lexicographicallyPrecedes(upper) }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
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
