package import Wording

/// How a reader wants tables: the language, the marks of numbers and the dialect of files.
package struct TableOptions: Sendable, Equatable {
  /// The language of the words the engine adds: legend, "geen rijen", ja and nee.
  package var language: Language
  /// The marks of numbers in table, md and html; files always have a point unless told otherwise.
  package var style: NumberStyle
  /// Whether csv and tsv name the reason in a missing cell instead of leaving it empty.
  package var showsReasons: Bool
  /// Whether notes, marks explained and legend are given at all.
  package var showsNotes: Bool
  /// Whether the legend has the names of reasons in the language beside their words.
  package var namesReasons = true
  /// The dialect of csv.
  package var csv: CSVDialect

  /// Makes options; without a style the language's own.
  package init(
    language: Language = .dutch, style: NumberStyle? = nil, showsReasons: Bool = false,
    showsNotes: Bool = true, csv: CSVDialect = CSVDialect()
  ) {
    self.language = language
    self.style = style ?? language.numberStyle
    self.showsReasons = showsReasons
    self.showsNotes = showsNotes
    self.csv = csv
  }
}
