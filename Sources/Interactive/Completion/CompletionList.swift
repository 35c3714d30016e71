/// What can stand at the cursor, and which part of the text it replaces.
package struct CompletionList: Equatable, Sendable {
  /// The part of the text that a candidate replaces, in UTF-8 offsets.
  ///
  /// It starts at or before the cursor. It may end after the cursor, at a closing quote or the rest
  /// of a word that is there already: where a candidate ends in that, it is kept, not doubled.
  package let replacing: Range<Int>

  /// The candidates, the likeliest first.
  package let candidates: [Candidate]

  /// What is good to know at the cursor, such as the signature of the function around it.
  package let remark: String?

  /// Creates a list of candidates for a range of UTF-8 offsets.
  package init(replacing: Range<Int>, _ candidates: [Candidate], remark: String? = nil) {
    self.replacing = replacing
    self.candidates = candidates
    self.remark = remark
  }

  /// The list for a cursor where nothing can be said.
  package static func nothing(at utf8Offset: Int) -> CompletionList {
    CompletionList(replacing: utf8Offset..<utf8Offset, [])
  }

  /// The same candidates in a text that has this many more UTF-8 bytes in front.
  package func shifted(by bytes: Int) -> CompletionList {
    let range = (replacing.lowerBound + bytes)..<(replacing.upperBound + bytes)
    return CompletionList(replacing: range, candidates, remark: remark)
  }
}

/// One thing that can stand at the cursor.
package struct Candidate: Equatable, Sendable {
  /// The text as it must stand in the query, with quotes where the language needs them.
  package let text: String

  /// What the list shows beside it: type, unit, label, signature or number of rows.
  package let detail: String

  /// Whether more follows without a space, as after `sum(` or a folder.
  package let continues: Bool

  /// Creates a candidate.
  package init(_ text: String, detail: String = "", continues: Bool = false) {
    self.text = text
    self.detail = detail
    self.continues = continues
  }
}
