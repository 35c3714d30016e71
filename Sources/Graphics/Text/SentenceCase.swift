extension String {
  /// The text with a capital first letter, as a sentence or a heading begins.
  package var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
