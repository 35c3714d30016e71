package import Columnar
import SourceText

/// Reads the rows of a breaks table or a redivision table into breaks by key.
package enum BreakReader {
  /// The breaks a table holds for a key column.
  ///
  /// A redivision table (`old`, `new`, `date`) breaks a code at `date` when it is in `old` or
  /// `new`. A breaks table (`axis`, `from`, `to`, `text`) breaks between two years of the axis it
  /// names: period or edition.
  package static func read(_ source: any TableSource, key: String) throws -> BreakSet {
    let names = source.schema.names
    if names.contains("old"), names.contains("new"), names.contains("date") {
      return try redivisions(source, key: key)
    }
    guard names.contains("from"), names.contains("to"), names.contains(key) else {
      throw Diagnostic(
        .error, code: "not-a-breaks-table", "`\(source.name)` has no breaks",
        notes: [
          "a breaks table has `\(key)`, `axis`, `from`, `to`, `kind`, `text`; "
            + "a redivision table `old`, `new`, `date`, `kind`"
        ])
    }
    return try breaks(source, key: key)
  }

  private static func redivisions(_ source: any TableSource, key: String) throws -> BreakSet {
    let table = try rows(source, ["old", "new", "date", "old_name", "new_name", "kind"])
    var pairs: [Redivision] = []
    for row in 0..<table.count {
      guard case .date(let date)? = table.value("date", row),
        case .text(let old)? = table.value("old", row),
        case .text(let new)? = table.value("new", row)
      else { continue }
      let from = table.text("old_name", row) ?? old
      let to = table.text("new_name", row) ?? new
      let text = from == to ? "\(to): gewijzigd op \(date.text)" : "\(from) → \(to) op \(date.text)"
      // A kind that is not known could be anything: only a change of boundary allows nothing.
      let kind = table.text("kind", row).flatMap { Redivision.Kind(rawValue: $0) } ?? .boundary
      pairs.append(Redivision(old: old, new: new, day: date.days, kind: kind, text: text))
    }
    return BreakSet(key: key, of: pairs)
  }

  private static func breaks(_ source: any TableSource, key: String) throws -> BreakSet {
    let table = try rows(source, [key, "axis", "to", "text"])
    var breaks: [String: [Break]] = [:]
    for row in 0..<table.count {
      guard case .text(let code)? = table.value(key, row) else { continue }
      let axis: Break.Axis = table.text("axis", row) == "edition" ? .edition : .period
      let day: Int32
      switch table.value("to", row) {
      case .integer(let year)?: day = Period.year(Int(clamping: year)).firstDay
      case .period(let period)?: day = period.firstDay
      case .date(let date)?: day = date.days
      case .missing?, .boolean?, .number?, .text?, nil: continue
      }
      breaks[code, default: []].append(
        Break(day: day, text: table.text("text", row) ?? "", axis: axis))
    }
    return BreakSet(key: key, breaks: breaks)
  }

  /// A small table read whole.
  private struct Rows {
    let names: [String]
    let columns: [Column]
    let count: Int

    func value(_ name: String, _ row: Int) -> Value? {
      names.firstIndex(of: name).map { columns[$0].value(at: row) }
    }

    func text(_ name: String, _ row: Int) -> String? {
      if case .text(let text)? = value(name, row) { return text }
      return nil
    }
  }

  private static func rows(_ source: any TableSource, _ wanted: [String]) throws -> Rows {
    let names = wanted.filter { source.schema.index(of: $0) != nil }
    let reader = try source.open(columns: names, ReadingConditions())
    var batches: [Batch] = []
    while let batch = try reader.next() { batches.append(batch) }
    let columns = names.indices.map { index in
      Column.concatenate(
        batches.map { $0.columns[index] },
        type: source.schema.field(names[index])?.type ?? .text)
    }
    return Rows(names: names, columns: columns, count: batches.reduce(0) { $0 + $1.count })
  }
}
