/// A part of a text and what it is, for colouring while it is typed.
package struct Highlight: Equatable, Sendable {
  /// What a part of a text is.
  package enum Kind: String, CaseIterable, Sendable {
    /// A statement word, a verb after `|`, or a source such as `csv`.
    case verb
    /// A clause of the verb, or a reserved word such as `and`.
    case clause
    /// A known function, before its bracket.
    case function
    /// A table that is known.
    case table
    case text
    /// A number, a period or a day.
    case number
    /// `$name`
    case parameter
    case comment
    /// No word of the language, or a verb, table or function that there is not.
    case fault
  }

  /// The UTF-8 offsets of the part.
  package let range: Range<Int>
  package let kind: Kind

  init(_ kind: Kind, _ range: Range<Int>) {
    self.range = range
    self.kind = kind
  }
}
