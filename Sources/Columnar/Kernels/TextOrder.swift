/// The fixed order of texts: case-folded, accents after letters, `'s-` and `'t ` passed over,
/// then code point. Never the machine's locale.
package enum TextOrder {
  /// The position of each entry in the order; equal texts do not occur.
  package static func ranks(of entries: [String]) -> [Int] {
    TextRanks(count: entries.count) { index, letters in
      letters += Key(entries[index]).letters
    } precedes: {
      precedes(entries[$0], entries[$1])
    }.ranks
  }

  /// The same for texts of which the bytes are at hand.
  static func ranks(of arena: TextArena) -> [Int] {
    TextRanks(count: arena.count) { index, letters in
      let isPlain = arena.withBytes(index) { bytes in
        Key.appendPlainLetters(bytes, to: &letters)
      }
      if !isPlain { letters += Key(arena[index]).letters }
    } precedes: {
      precedes(arena[$0], arena[$1])
    }.ranks
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
      var letters: [UInt8] = []
      var text = text
      let isPlain = text.withUTF8 { unsafe appendPlainLetters($0.span, to: &letters) }
      return isPlain ? letters : nil
    }

    /// Appends them; false, with nothing appended, for other texts.
    static func appendPlainLetters(_ bytes: Span<UInt8>, to letters: inout [UInt8]) -> Bool {
      if bytes.count > 0, bytes[0] == UInt8(ascii: "'") { return false }
      for index in bytes.indices where bytes[index] >= 0x80 { return false }
      for index in bytes.indices {
        let byte = bytes[index]
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        letters.append(isUpper ? byte | 0x20 : byte)
      }
      return true
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
