import Columnar
import Graphics
import Planning
import Tables

/// A figure with its data as a piece of html.
enum FigureHTML {
  static func output(
    _ spec: FigureSpec, _ table: Table, _ view: TableView, _ options: SessionOptions
  ) throws(PeilError) -> TableOutput {
    let figure = try FigureBuilder.figure(spec, table, options: options)
    var shown = view
    shown.table = FigureBuilder.data(of: spec, table)
    let data = TableFormat.html.output(of: shown)
    let summary = options.language == .dutch ? "Gegevens bij de figuur" : "Data of the figure"
    let body = """
      <figure>
      \(figure.svg(layout: .wide, placement: .page))
      <details>
      <summary>\(summary)</summary>
      \(data.body)</details>
      </figure>

      """
    return TableOutput(body: body, notes: data.notes)
  }
}
