import Reporting

/// A page of an edition: a heading of the second level with everything below it.
struct EditionPage {
  /// The number before the title, such as `24` or `28a`; empty for none.
  let number: String
  let title: String
  var facts: [EditionContent.Fact] = []
  /// Sentences in order.
  var sentences: [String] = []
  /// Results by block and position in it, which name them in every edition.
  var results: [(name: String, result: EditionContent.Result)] = []

  /// The pages of an edition; what stands before the first heading is one without a title.
  static func all(_ content: EditionContent) -> [EditionPage] {
    var pages: [EditionPage] = []
    var seen: [String: Int] = [:]
    for section in content.sections {
      if section.level <= 2 || pages.isEmpty { pages.append(EditionPage(heading: section.heading)) }
      let last = pages.count - 1
      pages[last].facts += section.facts
      pages[last].sentences += section.paragraphs.flatMap(Sentences.of)
      for position in section.results where content.results.indices.contains(position) {
        let result = content.results[position]
        seen[result.block, default: 0] += 1
        let ordinal = seen[result.block] ?? 1
        let name = ordinal == 1 ? result.block : "\(result.block) \(ordinal)"
        pages[last].results.append((name, result))
      }
    }
    return pages.filter { !$0.isEmpty }
  }

  private init(heading: String) {
    // "24. Aantal …": a number may change from edition to edition, the title tells which it is.
    let parts = heading.split(separator: " ", maxSplits: 1)
    if parts.count == 2, let first = parts.first, first.hasSuffix("."),
      first.first?.isNumber == true
    {
      number = String(first.dropLast())
      title = String(parts[1])
    } else {
      number = ""
      title = heading
    }
  }

  private var isEmpty: Bool {
    title.isEmpty && facts.isEmpty && sentences.isEmpty && results.isEmpty
  }
}

/// Sentences of a paragraph.
enum Sentences {
  /// Abbreviations whose point ends nothing.
  private static let abbreviations = ["nr", "blz", "bijv", "ca", "dhr", "mevr", "n.a.v", "t.a.v"]

  /// The sentences: each ends with a mark that is followed by a space and a capital.
  static func of(_ paragraph: String) -> [String] {
    var sentences: [String] = []
    var current: [Substring] = []
    let words = paragraph.split(separator: " ")
    for (index, word) in words.enumerated() {
      current.append(word)
      let isLast = index == words.count - 1
      let endsSentence =
        [".", "!", "?"].contains { word.hasSuffix($0) }
        && !abbreviations.contains(String(word.dropLast()).lowercased())
        && !isLast && words[index + 1].first?.isUppercase == true
      if isLast || endsSentence {
        sentences.append(current.joined(separator: " "))
        current = []
      }
    }
    return sentences
  }
}
