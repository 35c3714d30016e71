import Reporting
package import Wording

extension EditionDiff {
  /// The differences as one accessible page.
  package func html(in language: Language) -> String {
    let wording = DiffWording(language: language)
    let name = PageText.escape("\(wording.title): \(old.name) → \(new.name)")
    var html = """
      <!doctype html>
      <html lang="\(language.tag)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title>
      <style>
      \(PageStyle.css)</style>
      </head>
      <body>
      <main id="inhoud">
      <h1>\(name)</h1>

      """
    if isEmpty { html += "<p>\(wording.nothing)</p>\n" }
    for page in pages where page.kind != .unchanged {
      html += "<h2>\(PageText.escape(page.heading))</h2>\n"
      html += "<p>\(wording.kind(page.kind))</p>\n"
      if !page.changes.isEmpty { html += table(page, wording) }
    }
    let same = pages.filter { $0.kind == .unchanged }
    if !same.isEmpty, !isEmpty {
      html += "<h2>\(wording.kind(.unchanged))</h2>\n<ul>\n"
      html += same.map { "<li>\(PageText.escape($0.heading))</li>\n" }.joined()
      html += "</ul>\n"
    }
    return html + "</main>\n</body>\n</html>\n"
  }

  private func table(_ page: Page, _ wording: DiffWording) -> String {
    let label = PageText.escape(page.heading)
    var html = "<div class=\"tabel\" role=\"group\" aria-label=\"\(label)\" tabindex=\"0\">\n"
    html += "<table>\n<thead>\n<tr>"
    for heading in [wording.what, wording.before, wording.after, wording.change] {
      html += "<th scope=\"col\">\(heading)</th>"
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    for line in page.changes.flatMap({ DiffLine.all($0, wording) }) {
      html += "<tr><th scope=\"row\">\(PageText.escape(line.what))</th>"
      html += "<td>" + (line.old.map { "<del>\(PageText.escape($0))</del>" } ?? "–") + "</td>"
      html += "<td>" + (line.new.map { "<ins>\(PageText.escape($0))</ins>" } ?? "–") + "</td>"
      html += "<td>" + PageText.escape(line.difference ?? "") + "</td></tr>\n"
    }
    return html + "</tbody>\n</table>\n</div>\n"
  }
}
