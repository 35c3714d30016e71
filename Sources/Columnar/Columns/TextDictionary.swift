import Synchronization

/// The distinct texts of a text column; rows hold indexes into it.
///
/// Entries are distinct. The order is that of first appearance and never shows in a result.
package final class TextDictionary: Sendable {
  /// How many texts there are.
  package let count: Int
  private let arena: TextArena?
  private let made: Mutex<[String]?>
  private let ranked = Mutex<[Int]?>(nil)

  /// Makes a dictionary of distinct texts.
  package init(_ entries: [String]) {
    count = entries.count
    arena = nil
    made = Mutex(entries)
  }

  /// Makes a dictionary of distinct texts of which the bytes are at hand: texts are made when
  /// asked for.
  package init(_ arena: TextArena) {
    count = arena.count
    self.arena = arena
    made = Mutex(nil)
  }

  /// A dictionary without texts.
  package static let empty = TextDictionary([])

  /// The texts by code; all are made the first time.
  package var entries: [String] {
    made.withLock { made in
      if let made { return made }
      let entries = arena.map { arena in (0..<arena.count).map { arena[$0] } } ?? []
      made = entries
      return entries
    }
  }

  /// The text of a code.
  package subscript(code: Int) -> String {
    if let arena { return arena[code] }
    return entries[code]
  }

  /// The bytes by code, when the texts were read from a file.
  package var bytes: TextArena? { arena }

  /// For each code its place in the order of texts; worked out the first time.
  package var ranks: [Int] {
    ranked.withLock { ranked in
      if let ranked { return ranked }
      let ranks = arena.map(TextOrder.ranks) ?? TextOrder.ranks(of: entries)
      ranked = ranks
      return ranks
    }
  }
}

/// Collects texts into codes: the same bytes get the same code.
package struct TextDictionaryBuilder {
  private var codes: [String: UInt32] = [:]
  private var entries: [String] = []

  /// Makes an empty builder.
  package init() {}

  /// The code of a text, new when not seen before. Texts are told apart by canonical equivalence,
  /// as Swift compares them: a composed and a decomposed ú are the same name.
  package mutating func code(_ text: String) -> UInt32 {
    if let code = codes[text] { return code }
    let code = UInt32(entries.count)
    entries.append(text)
    codes[text] = code
    return code
  }

  /// The dictionary of all texts seen.
  package func finish() -> TextDictionary {
    TextDictionary(entries)
  }
}
