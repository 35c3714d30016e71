/// A pair of an old and a new region in a redivision.
package struct Redivision: Hashable, Sendable {
  package let old: String
  package let new: String
  /// The first day of the new situation, days since 1 January 1970.
  package let day: Int32
  package let kind: Kind
  /// What happened, for the note.
  package let text: String

  /// What became of the old region.
  package enum Kind: String, Hashable, Sendable {
    /// It went up in a new region with a code of its own.
    case merger
    /// It went up in a region that keeps its code.
    case absorption
    /// It was divided over several regions.
    case split
    /// It stays and gave a part away.
    case boundary
  }

  /// Makes a pair.
  package init(old: String, new: String, day: Int32, kind: Kind, text: String) {
    self.old = old
    self.new = new
    self.day = day
    self.kind = kind
    self.text = text
  }
}
