/// What can stand at the cursor, and which part of the text it replaces.
package struct Completions: Sendable {
  /// One thing that can be put in.
  package struct Candidate: Sendable {
    /// The text to put in, with quotes where it needs them.
    package let text: String
    /// What it is, for the list: type and unit of a column, the sentence of a verb.
    package let detail: String

    /// Makes a candidate.
    package init(_ text: String, _ detail: String = "") {
      self.text = text
      self.detail = detail
    }
  }

  /// The UTF-8 offsets of what a candidate replaces: the word or quoted text at the cursor.
  package let range: Range<Int>
  /// The candidates in the order to list them.
  package let candidates: [Candidate]
  /// What is good to know here: the signature of the function whose arguments are typed, or why
  /// there are no values.
  package var remark: String?
}
