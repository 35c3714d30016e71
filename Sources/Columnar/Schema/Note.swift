/// Something a reader of a result should know: partly known sums, ties, breaks.
///
/// A note is written once in each language; which one is printed is decided at the edge.
package struct Note: Hashable, Sendable {
  /// Stable, hyphenated name of the kind of note.
  package let code: String
  package let dutch: String
  package let english: String

  /// Makes a note.
  package init(code: String, dutch: String, english: String) {
    self.code = code
    self.dutch = dutch
    self.english = english
  }
}
