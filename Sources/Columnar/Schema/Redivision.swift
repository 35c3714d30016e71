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
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It went up in a new region with a code of its own.
    case merger
    /// It went up in a region that keeps its code.
    case absorption
    /// It was divided over several regions.
    case split
    /// It stays and gave a part away.
    case boundary

    /// The kind a table names, in English or Dutch; nil when it is none.
    package init?(word: String) {
      let plain = word.lowercased().replacing("_", with: " ")
      switch plain {
      case "opgegaan in", "opgaan in", "opheffing": self = .absorption
      case "boundary change", "grenscorrectie": self = .boundary
      default:
        guard let kind = Self.allCases.first(where: { $0.rawValue == plain || $0.dutch == plain })
        else { return nil }
        self = kind
      }
    }

    /// Its Dutch name.
    package var dutch: String {
      switch self {
      case .merger: "samenvoeging"
      case .absorption: "opgaan in"
      case .split: "splitsing"
      case .boundary: "grenswijziging"
      }
    }
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
