import Columnar
import Graphics
import Planning
import SourceText

/// A figure as a file of its own.
enum FigureFile {
  /// The bytes in a format of figures; nil for any other extension, which takes its data.
  ///
  /// - svg: the wide layout; png: the same, two pixels for each of its own, by librsvg.
  /// - vl.json: Vega-Lite.
  static func bytes(
    _ spec: FigureSpec, _ table: Table, as fileExtension: String, _ options: SessionOptions
  ) throws -> [UInt8]? {
    switch fileExtension {
    case "svg":
      let figure = try FigureBuilder.figure(spec, table, options: options)
      return Array(figure.svg(layout: .wide).utf8)
    case "png":
      return try FigureBuilder.figure(spec, table, options: options).png(layout: .wide)
    case "vl.json":
      return Array(try vegaLite(spec, table, options).utf8)
    default: return nil
    }
  }

  /// The figure as Vega-Lite. Throws a fault for a mark that it has no words for.
  private static func vegaLite(_ spec: FigureSpec, _ table: Table, _ options: SessionOptions)
    throws(PeilError) -> String
  {
    let figure = try FigureBuilder.figure(spec, table, options: options)
    let rows = FigureRows(spec, table, options)
    guard let view = try FigureMarks.named(spec.mark).vega(rows) else {
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "no-vega-lite", "`\(spec.mark)` has no form in Vega-Lite",
          notes: ["save it as svg or png, or its data as csv"]))
    }
    return VegaLite.text(figure, view, rows, FigureBuilder.data(of: spec, table))
  }
}
