/// The words of the built-in datasets, as a list of spellings that are known.
package enum BuiltInTexts {
  /// Words in lower case, each once, sorted.
  package static let words: [String] = {
    var words: Set<String> = []
    for name in EmbeddedDataset.names {
      guard let dataset = EmbeddedDataset.named(name) else { continue }
      let text = String(decoding: dataset.rows, as: UTF8.self).lowercased()
      for word in text.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
        words.insert(String(word))
      }
    }
    return words.sorted()
  }()
}
