import Columnar
import Graphics
import Planning
import SourceText

/// A figure as a file of its own.
enum FigureFile {
  /// The bytes in a format of figures; nil for any other extension, which takes its data.
  ///
  /// - svg: a layout; png: the same, two pixels for each of its own, by librsvg.
  /// - vl.json: Vega-Lite.
  static func bytes(
    _ spec: FigureSpec, _ table: Table, as fileExtension: String, layout: FigureLayout,
    _ options: SessionOptions
  ) throws -> [UInt8]? {
    switch fileExtension {
    case "svg":
      let figure = try FigureBuilder.figure(spec, table, options: options)
      return Array(figure.svg(layout: layout).utf8)
    case "png":
      return try FigureBuilder.figure(spec, table, options: options).png(layout: layout)
    case "vl.json":
      return Array(try vegaLite(spec, table, options).utf8)
    default: return nil
    }
  }

  /// The figure as Vega-Lite.
  private static func vegaLite(_ spec: FigureSpec, _ table: Table, _ options: SessionOptions)
    throws(PeilError) -> String
  {
    let figure = try FigureBuilder.figure(spec, table, options: options)
    let rows = FigureRows(spec, table, options)
    let view = try FigureMarks.named(spec.mark).vega(rows, figure.mark)
    return VegaLite.text(figure, view, rows, FigureBuilder.data(of: spec, table))
  }
}
