import Reporting

/// An edition prepared for rules.
struct LintSubject: Sendable {
  /// A section with the page it belongs to.
  struct Section: Sendable {
    let page: String
    let heading: String
    let sentences: [String]
    let facts: [EditionContent.Fact]
    let results: [EditionContent.Result]

    /// The page and the heading below it.
    var place: String {
      page == heading || heading.isEmpty ? page : page.isEmpty ? heading : "\(page), \(heading)"
    }
  }

  let content: EditionContent
  let sections: [Section]
  /// The year of the edition, when it says one.
  let editionYear: Int?

  init(_ content: EditionContent) {
    self.content = content
    var page = ""
    sections = content.sections.map { section in
      if section.level <= 2 { page = section.heading }
      return Section(
        page: page, heading: section.heading,
        sentences: section.paragraphs.flatMap(Sentences.of), facts: section.facts,
        results: section.results.compactMap {
          content.results.indices.contains($0) ? content.results[$0] : nil
        })
    }
    editionYear = Words.years(in: content.edition).last ?? Words.years(in: content.title).last
  }

  /// Every sentence with its section.
  var sentences: [(section: Section, text: String)] {
    sections.flatMap { section in section.sentences.map { (section, $0) } }
  }

  /// Sections by page, in order.
  var pages: [(title: String, sections: [Section])] {
    var pages: [(title: String, sections: [Section])] = []
    for section in sections {
      if pages.last?.title == section.page {
        pages[pages.count - 1].sections.append(section)
      } else {
        pages.append((section.page, [section]))
      }
    }
    return pages
  }
}

/// Words and years in a text.
enum Words {
  /// Words without marks around them.
  static func of(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      String(
        word.drop { !$0.isLetter && !$0.isNumber }.reversed()
          .drop { !$0.isLetter && !$0.isNumber && $0 != "%" }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// Years from 1900 to 2099, in order.
  static func years(in text: String) -> [Int] {
    text.split { !$0.isNumber }.compactMap { $0.utf8.count == 4 ? Int($0) : nil }
      .filter { (1900...2099).contains($0) }
  }
}
