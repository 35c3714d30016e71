/// What an edition says, without how it looks: to be laid beside another one, and to be checked.
///
/// It is written as `content.json` beside the documents, and read back from there.
package struct EditionContent: Codable, Sendable, Equatable {
  /// Its path among the outputs.
  package static let path = "content.json"

  /// A heading with what stands below it, up to the next heading.
  package struct Section: Codable, Sendable, Equatable {
    /// Empty for what stands before the first heading.
    package var heading: String
    package var level: Int
    /// Paragraphs, items and quotations in order.
    package var paragraphs: [String]
    /// Rows of the author's own tables that have two cells: a name and what it is.
    package var facts: [Fact]
    /// Positions in ``EditionContent/results``.
    package var results: [Int]
  }

  /// A name and what it is, such as `Bron` and `nlzve.nl`.
  package struct Fact: Codable, Sendable, Equatable {
    package var name: String
    package var value: String
  }

  /// A figure or table with its rows.
  package struct Result: Codable, Sendable, Equatable {
    /// The block it came from.
    package var block: String
    /// `figure` or `table`.
    package var kind: String
    package var label: String
    package var title: String
    /// What a key figure shows, with a point; empty for other results.
    package var value: String
    package var source: String
    package var notes: [String]
    package var columns: [Column]
    /// Cells with a point in numbers; a missing one is `missing: ` with its reason.
    package var rows: [[String]]
  }

  /// A column of a result.
  package struct Column: Codable, Sendable, Equatable {
    package var name: String
    package var heading: String
    package var unit: String
    package var role: String
  }

  package var title: String
  package var edition: String
  /// `nl` or `en`.
  package var language: String
  package var sections: [Section]
  package var results: [Result]
  package var footnotes: [String]
}
