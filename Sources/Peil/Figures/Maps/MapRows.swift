import Columnar
import Graphics
import Planning
import SourceText
import Wording

/// The rows behind a map: a region each, by code.
struct MapRows {
  let rows: FigureRows
  /// The column with the codes of regions.
  let column: String
  /// The regions in order of the rows, each once, with its first row.
  private(set) var codes: [String] = []
  private(set) var rowsOfCode: [String: [Int]] = [:]
  /// How many rows have no region.
  private(set) var withoutRegion = 0

  init(_ rows: FigureRows) {
    self.rows = rows
    column = rows.spec.by ?? rows.spec.value
    guard let values = rows.table.column(column) else { return }
    for row in 0..<rows.table.count {
      guard case .text(let code) = values.value(at: row) else {
        withoutRegion += 1
        continue
      }
      if rowsOfCode[code] == nil { codes.append(code) }
      rowsOfCode[code, default: []].append(row)
    }
  }

  /// The field of the regions.
  var field: Field { rows.table.schema.field(column) ?? Field(column, .text) }

  /// Whether the regions are those the built-in data know.
  var areMunicipalities: Bool { field.entity?.name == "region" }

  /// The first day of the one year that all rows are of; nil when they have no time or several.
  var day: Int32? {
    guard let time = rows.table.schema.time, let values = rows.table.column(time.name) else {
      return nil
    }
    var years: Set<Int> = []
    for row in 0..<rows.table.count {
      switch values.value(at: row) {
      case .integer(let year): years.insert(Int(clamping: year))
      case .period(let period): years.insert(period.startYear)
      default: break
      }
      if years.count > 1 { return nil }
    }
    return years.first.flatMap { (1...9999).contains($0) ? Period.year($0).firstDay : nil }
  }

  /// The name of a region as tables show it.
  func name(_ code: String) -> String {
    field.entity?.label(of: code) ?? (areMunicipalities ? nil : BuiltInMunicipalities.names[code])
      ?? code
  }

  /// What the regions are.
  var noun: Noun {
    if areMunicipalities || codes.contains(where: { BuiltInMunicipalities.names[$0] != nil }) {
      return rows.municipalities
    }
    if let noun = rows.noun(of: column) { return noun }
    return rows.language == .dutch
      ? Noun(one: "gebied", many: "gebieden") : Noun(one: "area", many: "areas")
  }

  /// The value of each region. Throws when a region has several rows.
  func values() throws(PeilError) -> [String: Datum] {
    var values: [String: Datum] = [:]
    for code in codes {
      guard let all = rowsOfCode[code], let row = all.first else { continue }
      guard all.count == 1 else {
        let time = rows.table.schema.time?.name
        throw PeilError(
          Diagnostic(
            .error, phase: .run, code: "region-twice",
            "\(all.count) rows are of \(name(code)), and a map shows one figure a region",
            notes: [
              time.map { "keep one \($0), as in `where \($0) = …`, or add up" } ?? "add them up",
              "`sum \(rows.spec.value) by \(column)`",
            ]))
      }
      values[code] = rows.value(row)
    }
    return values
  }

  /// The second line of a region in a list: what its rows say, each once.
  func detail(_ code: String) -> String {
    guard let detail = rows.spec.detail else { return "" }
    var texts: [String] = []
    for row in rowsOfCode[code] ?? [] {
      let text = rows.text(detail, row)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.joined(separator: "; ")
  }
}
