/// The documents a report can be written as; a figure is always written as an SVG file too.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// One page that holds everything it shows.
  case html
  /// Markdown with the results filled in, for version control.
  case md
}
