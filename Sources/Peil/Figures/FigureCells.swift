import Columnar
import Graphics
import Planning
import SourceText
import Wording

/// The rows of a figure by what they are drawn at: a category and a series, in order of appearance.
struct FigureCells {
  let rows: FigureRows
  /// Names of categories, each once.
  private(set) var labels: [String] = []
  /// A row of each category, for what else is to be read of it.
  private(set) var first: [Int] = []
  /// Names of series; one without a name when no column parts them.
  private(set) var series: [String] = []
  private var cells: [Place: Int] = [:]

  private struct Place: Hashable {
    let label: String
    let series: String
  }

  /// Throws a fault when two rows would be one thing: a bar, a point.
  init(_ rows: FigureRows, each thing: String) throws(PeilError) {
    self.init(namesOf: rows)
    for row in 0..<rows.count {
      let place = Place(
        label: rows.category(row), series: rows.spec.color.map { rows.name($0, row) } ?? "")
      guard cells.updateValue(row, forKey: place) == nil else {
        throw Self.twice(
          [place.label, place.series].filter { !$0.isEmpty }.joined(separator: ", "), thing, rows)
      }
    }
  }

  /// The names alone, of all panels: two rows at one place are no fault between panels.
  init(namesOf rows: FigureRows) {
    self.rows = rows
    var knownLabels: Set<String> = []
    var knownSeries: Set<String> = []
    for row in 0..<rows.count {
      let label = rows.category(row)
      let name = rows.spec.color.map { rows.name($0, row) } ?? ""
      if knownLabels.insert(label).inserted {
        labels.append(label)
        first.append(row)
      }
      if knownSeries.insert(name).inserted { series.append(name) }
    }
  }

  /// The names of all panels, or of the figure when it has none.
  var frame: FigureCells {
    rows.spec.facet == nil ? self : FigureCells(namesOf: rows.whole)
  }

  /// The row at a place; nil when there is none.
  func row(_ label: String, _ series: String) -> Int? {
    cells[Place(label: label, series: series)]
  }

  /// The value at a place; without a row it is missing.
  func value(_ label: String, _ series: String) -> Datum {
    row(label, series).map(rows.value) ?? .missing(rows.words(.noRow))
  }

  private static func twice(_ place: String, _ thing: String, _ rows: FigureRows) -> PeilError {
    PeilError(
      Diagnostic(
        .error, phase: .run, code: "\(thing)-twice", "two rows would be the \(thing) \"\(place)\"",
        notes: [
          "aggregate first, as in `sum \(rows.spec.value) by \(rows.spec.by ?? "x")`, or part them "
            + "with `\(rows.spec.color == nil ? "color" : "facet") COLUMN`"
        ]))
  }
}

/// What is more than can be drawn.
enum FigureLimit {
  /// Throws a fault for more than `most` of something, which proposes to keep the largest.
  static func check(_ count: Int, most: Int, _ things: String, _ rows: FigureRows)
    throws(PeilError)
  {
    guard count > most else { return }
    throw PeilError(
      Diagnostic(
        .error, phase: .run, code: "too-many-\(things)",
        "\(count) \(things) are too many for `\(rows.spec.mark)`",
        notes: ["keep at most \(most), as in `top 20 by \(rows.spec.value)`"]))
  }
}
