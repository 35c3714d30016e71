/// The language in which a report, a table or a figure is written.
///
/// Data and texts of authors are never translated; a language decides the words the engine adds
/// itself (alternative texts, "geen gegevens") and the default way of writing numbers.
package enum Language: String, Sendable, CaseIterable {
  case dutch
  case english

  /// The language tag of BCP 47, for `lang` attributes and metadata.
  package var tag: String {
    switch self {
    case .dutch: "nl"
    case .english: "en"
    }
  }

  /// The style of numbers when the author chose none.
  package var numberStyle: NumberStyle {
    switch self {
    case .dutch: .rijk
    case .english: .english
    }
  }
}
