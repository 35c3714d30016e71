import Wording

/// The words a report adds to what its author wrote.
struct ReportWording: Sendable {
  let language: Language

  /// The link that passes over what stands before the text.
  var skip: String { pick("Naar de inhoud", "Skip to content") }

  /// The heading above footnotes.
  var notes: String { pick("Noten", "Notes") }

  /// Where figures come from: "Bron: nlzve.nl".
  func source(_ name: String) -> String { pick("Bron: ", "Source: ") + name }

  /// The sheet of a workbook that tells what it is.
  var about: String { pick("Toelichting", "About") }

  /// What a screen reader says at the number of a footnote.
  func note(_ number: Int) -> String { pick("noot \(number)", "note \(number)") }

  /// What a screen reader says at the way back from a footnote.
  func back(_ number: Int, occurrence: Int) -> String {
    let place = pick("Terug naar de tekst bij noot \(number)", "Back to the text at note \(number)")
    return occurrence == 1 ? place : place + pick(", plaats \(occurrence)", ", place \(occurrence)")
  }

  /// A figure or table with its number: "Figuur 24.1".
  func label(_ kind: ResultKind, _ number: String) -> String {
    switch kind {
    case .figure: pick("Figuur ", "Figure ") + number
    case .table: pick("Tabel ", "Table ") + number
    }
  }

  /// A figure that is one number and has no number of its own.
  var keyFigure: String { pick("Kerncijfer", "Key figure") }

  /// Opens the data of a figure: "Gegevens bij figuur 24.1".
  func data(_ label: String) -> String {
    pick("Gegevens bij ", "Data of ") + Self.lowercased(label)
  }

  /// What a screen reader says at a table of the author's own, which has no caption.
  var table: String { pick("Tabel", "Table") }

  /// A label inside a sentence: "figuur 24.1".
  static func lowercased(_ label: String) -> String {
    label.prefix(1).lowercased() + label.dropFirst()
  }

  private func pick(_ dutch: String, _ english: String) -> String {
    switch language {
    case .dutch: dutch
    case .english: english
    }
  }
}
