/// What a report can be written as; a figure is always written as an SVG file too.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// One page that holds everything it shows.
  case html
  /// Markdown with the results filled in, for version control.
  case md
  /// A workbook with a sheet for each table and figure.
  case xlsx
  /// A csv file for each table and figure, with one file that describes them (CSVW).
  case csv
  /// An SVG file for each figure, and nothing else unless it is asked for too.
  case svg
  /// A PNG file for each figure; needs librsvg.
  case png
  /// The page on paper, tagged; needs WeasyPrint.
  case pdf
  /// A document of Word; needs pandoc.
  case docx
  /// An OpenDocument text; needs pandoc.
  case odt
  /// A description of the run for archives (RO-Crate).
  case crate = "ro-crate"

  /// Those written when nobody says which.
  static let usual: [ReportFormat] = [.html, .md]

  /// The media type of the document.
  var mediaType: String {
    switch self {
    case .html: "text/html"
    case .md: "text/markdown"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv"
    case .svg: "image/svg+xml"
    case .png: "image/png"
    case .pdf: "application/pdf"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .odt: "application/vnd.oasis.opendocument.text"
    case .crate: "application/ld+json"
    }
  }
}
