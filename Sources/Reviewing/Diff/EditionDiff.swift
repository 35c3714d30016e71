package import Reporting

/// What differs between two editions of a report: pages added and withdrawn, and of the others
/// their value, source, period, text and figures.
package struct EditionDiff: Sendable {
  /// A page of one or both editions.
  package struct Page: Sendable {
    /// What happened to it.
    package enum Kind: String, Sendable {
      case added, withdrawn, changed, unchanged
    }

    package let title: String
    package let number: String
    package let kind: Kind
    package let changes: [Change]
  }

  /// A difference within a page.
  package enum Change: Sendable, Equatable {
    /// The number before the title.
    case number(old: String, new: String)
    /// What a key figure shows.
    case value(name: String, old: String, new: String, unit: String)
    /// A fact such as source or year; nil where an edition has none.
    case fact(name: String, old: String?, new: String?)
    /// Sentences that are gone, and that are new.
    case text(removed: [String], added: [String])
    /// A figure or table that one edition has.
    case result(name: String, title: String, isAdded: Bool)
    /// Title, source or notes of a figure or table.
    case wording(name: String, what: String, old: String, new: String)
    /// A cell of a figure or table; nil where an edition lacks the row.
    case cell(name: String, row: String, column: String, old: String?, new: String?, unit: String)
  }

  package let old: EditionContent
  package let new: EditionContent
  /// Every page: those of the new edition in order, then those withdrawn.
  package let pages: [Page]

  /// Whether anything differs.
  package var isEmpty: Bool { pages.allSatisfy { $0.kind == .unchanged } }

  /// Compares two editions.
  package init(_ old: EditionContent, _ new: EditionContent) {
    self.old = old
    self.new = new
    let before = EditionPage.all(old)
    let after = EditionPage.all(new)
    var pages = after.map { page -> Page in
      guard let earlier = before.first(where: { $0.title == page.title }) else {
        return Page(title: page.title, number: page.number, kind: .added, changes: [])
      }
      let changes = PageComparison(earlier, page).changes
      return Page(
        title: page.title, number: page.number, kind: changes.isEmpty ? .unchanged : .changed,
        changes: changes)
    }
    for page in before where !after.contains(where: { $0.title == page.title }) {
      pages.append(Page(title: page.title, number: page.number, kind: .withdrawn, changes: []))
    }
    self.pages = pages
  }
}
