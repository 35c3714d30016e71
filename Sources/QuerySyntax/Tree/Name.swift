package import SourceText

/// A name with its place.
package struct Name: Hashable, Sendable {
  package let text: String
  package let range: SourceRange
  /// Whether it stood in backticks, and so never means a clause.
  package let isQuoted: Bool

  /// Makes a name.
  package init(_ text: String, _ range: SourceRange, isQuoted: Bool = false) {
    self.text = text
    self.range = range
    self.isQuoted = isQuoted
  }
}
