package import Columnar
import Execution
package import Graphics
package import Planning
import SourceText
package import Tables

/// The result of one statement.
public struct QueryResult: Sendable {
  /// What it is.
  package enum Content: Sendable {
    case table(Table, [Note])
    case figure(FigureSpec, Table, [Note])
    case text(String)
  }

  package let content: Content
  let options: SessionOptions

  init(_ content: Content, options: SessionOptions) {
    self.content = content
    self.options = options
  }

  /// Names of the formats ``text(as:)`` knows.
  public static var formats: [String] { TableFormats.all.map(\.name) + ["svg"] }

  /// The result in a format: `table`, `md`, `csv`, `tsv`, `json`, `ndjson`, `html`, or `svg` for
  /// a figure. Throws ``PeilError`` for a format that is not known or does not fit.
  public func text(as format: String) throws(PeilError) -> String {
    try output(as: format).body
  }

  /// The table behind it with its notes; nil for a line of text.
  package var view: TableView? {
    switch content {
    case .table(let table, let notes), .figure(_, let table, let notes):
      TableView(
        table, notes: notes,
        options: TableOptions(
          language: options.wording, showsReasons: options.showsReasons,
          showsNotes: options.showsNotes))
    case .text: nil
    }
  }

  /// The body and the notes in a format; see ``text(as:)``.
  package func output(as format: String) throws(PeilError) -> TableOutput {
    if case .text(let text) = content { return TableOutput(body: text + "\n", notes: "") }
    if format == "svg" { return TableOutput(body: try svg(), notes: "") }
    guard let known = TableFormats.named(format), let view else {
      throw PeilError(
        Diagnostic(
          .error, phase: .usage, code: "unknown-format", "no format `\(format)`",
          label: Suggestion.nearest(to: format, among: Self.formats).map {
            "did you mean `\($0)`?"
          },
          notes: ["formats: " + Self.formats.joined(separator: ", ")]))
    }
    if format == "html", case .figure(let spec, let table, _) = content {
      return try FigureHTML.output(spec, table, view, options)
    }
    var shown = view
    shown.workers = .threads(options.threads)
    do {
      return try WatchedWork.run(isCancelled: options.isCancelled, watch: options.watch) {
        [shown] state in
        state.tell("write the rows out")
        return known.output(of: shown)
      }
    } catch {
      throw PeilError(error)
    }
  }

  /// The figure, when the pipeline ends in one; nil for anything else. Throws ``PeilError`` when
  /// the rows do not fit it.
  package func figure() throws(PeilError) -> Figure? {
    guard case .figure(let spec, let table, _) = content else { return nil }
    return try FigureBuilder.figure(spec, table, options: options)
  }

  private func svg() throws(PeilError) -> String {
    guard let figure = try figure() else {
      throw PeilError(
        Diagnostic(
          .error, phase: .usage, code: "no-figure", "this result is a table, not a figure",
          notes: ["end the pipeline in a figure, as in `| bars value by theme`"]))
    }
    return figure.svg(layout: .wide)
  }
}
