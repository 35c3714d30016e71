/// Names that columns of periods go by, in Dutch and English.
package enum TimeNames {
  private static let names: Set = [
    "year", "jaar", "period", "perioden", "periode", "date", "datum",
    "quarter", "kwartaal", "month", "maand", "week", "verslagjaar", "peiljaar", "meetjaar",
    "boekjaar", "peildatum",
  ]

  /// Whether a column with a name holds years when it holds whole numbers; in any case.
  package static func isYear(_ name: String) -> Bool {
    contains(name) && (name.lowercased().hasSuffix("jaar") || name.lowercased() == "year")
  }

  /// The type that texts of a column with a name are most likely meant to have.
  package static func type(of name: String) -> DataType {
    ["date", "datum", "peildatum"].contains(name.lowercased()) ? .date : .period
  }

  /// Whether a column with a name is a time axis when its values can be one; in any case.
  package static func contains(_ name: String) -> Bool { names.contains(name.lowercased()) }
}
