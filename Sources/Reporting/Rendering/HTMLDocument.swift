import SourceText
import Wording

/// A report as one page that holds everything it shows.
enum HTMLDocument {
  /// The page; faults that only show while writing it are thrown together.
  static func text(_ content: ReportContent) throws(Diagnostics) -> String {
    let wording = ReportWording(language: content.report.language)
    let body = PageBody(content)
    guard body.faults.isEmpty else { throw Diagnostics(body.faults) }
    let front = content.report.frontMatter
    let title = content.text(front.title) ?? ""
    let edition = content.text(front.edition)
    let name = [title, edition ?? ""].filter { !$0.isEmpty }.joined(separator: " – ")
    var html = "<!doctype html>\n<html lang=\"\(wording.language.tag)\">\n<head>\n"
    html += "<meta charset=\"utf-8\">\n"
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    html += "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n"
    html += "<title>\(PageText.escape(name))</title>\n"
    if let date = content.text(front.date) {
      html += "<meta name=\"dcterms.created\" content=\"\(PageText.escape(date))\">\n"
    }
    html += "<style>\n\(PageStyle.css)</style>\n</head>\n<body>\n"
    html += "<a class=\"naar-inhoud\" href=\"#inhoud\">\(wording.skip)</a>\n"
    html += "<main id=\"inhoud\" tabindex=\"-1\">\n"
    if let edition { html += "<p class=\"editie\">\(PageText.escape(edition))</p>\n" }
    html += "<h1>\(PageText.escape(title))</h1>\n"
    if let subtitle = content.text(front.subtitle) {
      html += "<p class=\"onder\">\(PageText.escape(subtitle))</p>\n"
    }
    html += body.html + "</main>\n"
    if let footer = content.text(front.footer) {
      html += "<footer class=\"voet\">\n<p>\(PageText.escape(footer))</p>\n</footer>\n"
    }
    return html + "</body>\n</html>\n"
  }

  /// The page needs nothing from elsewhere and runs nothing.
  private static let policy =
    "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"
}
