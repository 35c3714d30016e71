package import Wording

/// A drawing, complete with what it says to those who do not see it.
package struct Scene: Sendable, Equatable {
  /// What is known of the drawing, for catalogues and checks: Dublin Core.
  package struct Metadata: Sendable, Equatable {
    package var title: String
    /// The source line; nil when the author gave none.
    package var source: String?
    /// The publication the figure belongs to.
    package var publication: String?
    /// The SHA-256 of the data, in hexadecimal.
    package var digest: String?
  }

  /// The id of the drawing; every id in it starts with this.
  package var id: String
  /// Classes of the outermost element, when the drawing stands in a page; nil for a file.
  package var className: String?
  package var width: Double
  package var height: Double
  package var language: Language
  /// The short title for assistive technology.
  package var title: String
  /// The alternative text.
  package var description: String
  package var metadata: Metadata
  /// What is drawn, first below.
  package var elements: [Element]
}
