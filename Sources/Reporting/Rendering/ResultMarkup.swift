import Columnar
import Graphics
import Tables

/// The result of a block as HTML and as Markdown.
enum ResultMarkup {
  /// The result as a part of a page.
  static func html(_ result: NumberedResult, _ wording: ReportWording) -> String {
    switch result {
    case .table(let table):
      let source = self.source(result, wording)
      return group(table.view, label: table.label)
        + (source.isEmpty ? "" : "<p class=\"bron\">\(PageText.escape(source))</p>\n")
    case .figure(let figure):
      // The anchor stands on the figure: on a phone the wide drawing is not there.
      return "<figure id=\"\(PageText.escape(figure.anchor))\" "
        + "aria-label=\"\(PageText.escape(figure.label))\">\n"
        + figure.wide + figure.narrow
        + "<details>\n<summary>\(PageText.escape(wording.data(figure.label)))</summary>\n"
        + group(figure.data, label: wording.data(figure.label)) + "</details>\n</figure>\n"
    case .text(let text):
      let lines = paragraphs(text).map { PageText.escape($0) }
      return lines.map { "<p>" + $0.split(separator: "\n").joined(separator: "<br>\n") + "</p>\n" }
        .joined()
    }
  }

  /// The result as a part of a Markdown text.
  static func markdown(_ result: NumberedResult, _ wording: ReportWording) -> String {
    switch result {
    case .table(let table):
      return "**" + MarkdownValue.escape(table.view.title ?? table.label) + "**\n\n"
        + TableFormat.md.output(of: table.view).body + sourceLine(result, wording)
    case .figure(let figure):
      let title = figure.figure.frame.fullTitle
      let stop = title.hasSuffix("?") || title.hasSuffix("!") ? " " : ". "
      let words = title + stop + figure.figure.alternativeText
      return "![" + MarkdownValue.escape(words) + "](" + figure.path + ")\n\n"
        + "**" + MarkdownValue.escape(wording.data(figure.label)) + "**\n\n"
        + TableFormat.md.output(of: figure.data).body + sourceLine(result, wording)
    case .text(let text):
      return paragraphs(text).map { paragraph in
        paragraph.split(separator: "\n").map { MarkdownValue.escape(String($0), startsLine: true) }
          .joined(separator: "  \n") + "\n"
      }.joined(separator: "\n")
    }
  }

  /// Where the rows of a result come from, as a sentence; empty when nobody says.
  private static func source(_ result: NumberedResult, _ wording: ReportWording) -> String {
    guard let data = result.data, !data.source.isEmpty else { return "" }
    if case .figure = result { return data.source }
    return wording.source(data.source)
  }

  private static func sourceLine(_ result: NumberedResult, _ wording: ReportWording) -> String {
    let source = source(result, wording)
    return source.isEmpty ? "" : "\n" + MarkdownValue.escape(source, startsLine: true) + "\n"
  }

  /// A table that scrolls by itself when it is wider than the page.
  private static func group(_ view: TableView, label: String) -> String {
    let columns = view.table.schema.fields.count
    var classes = ["tabel"]
    // On a phone the cells of a row that does not fit stand below each other, each behind its heading.
    let isCards = !NarrowFit.fits(view.table)
    if isCards { classes.append("kaarten") }
    // A wide screen has room beside the text.
    if columns > 4 { classes.append("ruim") }
    // On paper nothing scrolls: there wide tables are set smaller, and long ones go on overleaf.
    if columns > 6 { classes.append("breed") }
    if NarrowFit.isSmall(view.table) { classes.append("klein") }
    if view.table.count > 20 { classes.append("lang") }
    var view = view
    view.headsCells = isCards && view.table.count > 0
    return "<div class=\"\(classes.joined(separator: " "))\" role=\"group\" "
      + "aria-label=\"\(PageText.escape(label))\" tabindex=\"0\">\n"
      + TableFormat.html.output(of: view).body + "</div>\n"
  }

  /// The paragraphs of a text, parted by empty lines.
  private static func paragraphs(_ text: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let parts = lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) })
    return parts.map { $0.joined(separator: "\n") }
  }
}
