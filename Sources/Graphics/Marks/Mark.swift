package import Wording

/// A way of drawing data: bars, a key figure.
///
/// A mark knows its data and nothing of title, source or paper; those are the frame's. Kinds of
/// marks are an open set: a new one is a type of its own and touches no other.
package protocol Mark: Sendable {
  /// Draws the data in the room there is; every value that is missing is drawn and named.
  func drawing(in area: DrawingArea) -> Drawing

  /// The data in words, for those who do not see the drawing.
  func description(in language: Language) -> String
}
