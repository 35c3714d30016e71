/// The distinct texts of a text column; rows hold indexes into it.
///
/// Entries are distinct. The order is that of first appearance and never shows in a result.
package final class TextDictionary: Sendable {
  /// The texts by code.
  package let entries: [String]

  /// Makes a dictionary of distinct texts.
  package init(_ entries: [String]) {
    self.entries = entries
  }

  /// A dictionary without texts.
  package static let empty = TextDictionary([])
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
