package import Columnar
package import Graphics
package import Planning
import SourceText
import Wording

/// Makes figures of results.
package enum FigureBuilder {
  /// The figure a specification asks for.
  ///
  /// - Parameters:
  ///   - id: the figure's id in a document.
  ///   - label: its number, such as "Figuur 1"; empty outside a document, where the subject of the
  ///     rows stands in its place.
  ///   - edition: the publication named in the footer.
  /// Throws a fault when the rows do not fit the mark.
  package static func figure(
    _ spec: FigureSpec, _ table: Table, options: SessionOptions, id: String = "fig-1",
    label: String = "", edition: String = ""
  ) throws(PeilError) -> Figure {
    let rows = FigureRows(spec, table, options)
    let data = data(of: spec, table)
    let mark: any Mark
    do {
      mark = try self.mark(rows)
    } catch {
      throw error.placed(spec.place)
    }
    let note = [spec.note, FigureNotes(rows: rows).text].compactMap { $0 }
    let title = spec.title ?? rows.title
    let subject = rows.subject
    let source: String
    if let own = spec.source { source = own } else { source = try rows.source() }
    let frame = FigureFrame(
      id: id, label: label.isEmpty ? subject : label, title: title,
      subtitle: spec.subtitle ?? rows.subtitle(below: title), source: source,
      edition: edition, subject: subject.lowercased(), digest: Digest.hexadecimal(data),
      language: options.wording,
      note: note.isEmpty ? nil : note.joined(separator: " "), alternativeText: spec.alt)
    let figure = Figure(frame, mark)
    do {
      try FigureGlyphs.check(figure)
    } catch {
      throw error.placed(spec.place)
    }
    return figure
  }

  /// The mark of some rows; with a facet a panel for each of its values.
  private static func mark(_ rows: FigureRows) throws(PeilError) -> any Mark {
    let mark = try FigureMarks.named(rows.spec.mark)
    guard let facet = rows.spec.facet else { return try mark.make(rows) }
    let (names, groups) = rows.parts(facet)
    try FigureLimit.check(names.count, most: 60, "panels", rows)
    var panels: [(name: String, mark: any PanelMark)] = []
    for (name, group) in zip(names, groups) {
      guard let panel = try mark.make(group) as? any PanelMark else {
        return try mark.make(rows)
      }
      panels.append((name, panel))
    }
    return Panels(panels)
  }

  /// The columns a figure shows: what it is drawn by, the measure, and what it was compared with.
  package static func data(of spec: FigureSpec, _ table: Table) -> Table {
    let compared = ["prior", "change", "growth"].map { "\(spec.value)_\($0)" }
    var names: [String] = []
    for name in spec.columns + [spec.value] + compared where !names.contains(name) {
      names.append(name)
    }
    let kept = names.compactMap { table.schema.index(of: $0) }
    var schema = table.schema
    schema.fields = kept.map { table.schema.fields[$0] }
    return Table(schema: schema, columns: kept.map { table.columns[$0] }, count: table.count)
  }
}
