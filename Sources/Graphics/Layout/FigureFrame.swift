package import Wording

/// Everything of a figure that is not the drawing: its name, title, source and provenance.
///
/// Texts are cleaned: white space becomes single spaces. An empty text is as good as none.
package struct FigureFrame: Sendable, Equatable {
  /// The id, such as `fig-24-1`: letters, digits, `-`, `_`; anything else becomes `-`.
  package let id: String
  /// "Figuur 24.1".
  package let label: String
  package let title: String
  /// Unit, population, period.
  package let subtitle: String
  /// A shorter subtitle for the narrow layout; nil takes the long one, on more lines.
  package let shortSubtitle: String?
  /// "Bron: nlzve.nl, 2017".
  package let source: String
  /// The publication: "Monitor Langer Thuis, editie 2020 · indicator 24".
  package let edition: String
  /// What of the publication it shows: "indicator 24"; empty for nothing in particular.
  package let subject: String
  /// The SHA-256 of the data in hexadecimal, of which the first eight digits are shown.
  package let digest: String?
  package let language: Language
  /// A remark under the drawing.
  package let note: String?
  /// The author's own alternative text; nil has one made from the data.
  package let alternativeText: String?

  /// A frame; only the id, label, title and source have no default.
  package init(
    id: String, label: String, title: String, subtitle: String = "", shortSubtitle: String? = nil,
    source: String, edition: String = "", subject: String = "", digest: String? = nil,
    language: Language = .dutch,
    note: String? = nil, alternativeText: String? = nil
  ) {
    self.id = Self.identifier(id)
    self.label = DisplayText.clean(label)
    self.title = DisplayText.clean(title)
    self.subtitle = DisplayText.clean(subtitle)
    self.shortSubtitle = shortSubtitle.flatMap(Self.nonEmpty)
    self.source = DisplayText.clean(source)
    self.edition = DisplayText.clean(edition)
    self.subject = DisplayText.clean(subject)
    self.digest = digest.flatMap(Self.nonEmpty)
    self.language = language
    self.note = note.flatMap(Self.nonEmpty)
    self.alternativeText = alternativeText.flatMap(Self.nonEmpty)
  }

  /// The title with the label before it: "Figuur 24.1. Bewonersinitiatieven".
  package var fullTitle: String {
    [label, title].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// "Monitor Langer Thuis, editie 2020 · indicator 24".
  package var publication: String {
    [edition, subject].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// "gegevens f01ba978"; empty without a digest.
  var provenance: String {
    digest.map { language.phrases.data + " " + $0.prefix(8) } ?? ""
  }

  private static func nonEmpty(_ text: String) -> String? {
    let cleaned = DisplayText.clean(text)
    return cleaned.isEmpty ? nil : cleaned
  }

  /// An id that is a name in XML and a word in CSS.
  private static func identifier(_ text: String) -> String {
    let name = String(
      text.map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber) || letter == "_" ? letter : "-"
      })
    return name.first?.isLetter == true ? name : "fig-" + name
  }
}
