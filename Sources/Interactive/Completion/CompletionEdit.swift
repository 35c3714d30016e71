/// A completion list turned into what a line editor inserts.
///
/// A line editor replaces all text in front of the cursor, so each replacement is that whole
/// text with a candidate in place.
package struct CompletionEdit: Equatable, Sendable {
  /// What all candidates have in common, never less than what was typed.
  package let common: String

  /// The text up to its end for each candidate, in the order of the list.
  package let replacements: [String]

  /// How many bytes behind the cursor belong to every candidate, such as a closing quote: they are
  /// not doubled.
  package let consumed: Int

  /// Creates the edit; nil when there is no candidate or the list lies outside the text.
  package init?(_ list: CompletionList, text: String, utf8Offset: Int) {
    let bytes = text.utf8
    let range = list.replacing
    guard !list.candidates.isEmpty, range.lowerBound >= 0, range.lowerBound <= utf8Offset,
      utf8Offset <= bytes.count
    else { return nil }
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let cursor = bytes.index(bytes.startIndex, offsetBy: utf8Offset)
    let end = bytes.index(start, offsetBy: max(range.count, 0), limitedBy: bytes.endIndex)
    let before = String(text[..<start])
    let typed = String(text[..<cursor])
    let after = end.map { $0 > cursor ? String(text[cursor..<$0]) : "" } ?? ""

    let inserted = list.candidates.map(\.text)
    consumed = inserted.allSatisfy { $0.hasSuffix(after) } ? after.utf8.count : 0
    replacements = inserted.map { before + $0 }
    var common = Self.commonPrefix(inserted)
    // What stands behind the cursor already stays there.
    if consumed > 0, common.hasSuffix(after) { common.removeLast(after.count) }
    let shared = before + common
    // Candidates that differ from the typed text in case share too little to replace it by.
    self.common = shared.utf8.count < typed.utf8.count ? typed : shared
  }

  /// The longest start that all texts share, cut between characters and never inside one.
  static func commonPrefix(_ texts: [String]) -> String {
    guard var shared = texts.first.map({ Array($0) }) else { return "" }
    for text in texts.dropFirst() {
      var length = 0
      for (left, right) in zip(shared, text) {
        guard left == right else { break }
        length += 1
      }
      shared.removeLast(shared.count - length)
    }
    return String(shared)
  }
}
