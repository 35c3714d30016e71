package import Columnar
package import SourceText

/// Reads the rows of a breaks table or a redivision table into breaks by key.
package struct BreakReader {
  private let table: Table
  /// What the table is called in messages.
  private let title: String

  /// The breaks a table holds for a key column.
  ///
  /// A redivision table (`old`, `new`, `date`) breaks a code at `date` when it is in `old` or
  /// `new`. A breaks table (`axis`, `from`, `to`, `text`) breaks between two years of the axis it
  /// names: period or edition. Throws a fault without a place when a row cannot be read: a break
  /// that is passed over would be a comparison that must not be made.
  package static func read(_ table: Table, title: String, key: String) throws(Diagnostic)
    -> BreakSet
  {
    let reader = BreakReader(table: table, title: title)
    let names = table.schema.names
    if names.contains("old"), names.contains("new"), names.contains("date") {
      return try reader.redivisions(key: key)
    }
    guard names.contains("from"), names.contains("to"), names.contains(key) else {
      throw Diagnostic(
        .error, code: "not-a-breaks-table", "\(title) has no breaks",
        notes: [
          "a breaks table has `\(key)`, `axis`, `from`, `to`, `kind`, `text`; "
            + "a redivision table `old`, `new`, `date`, `kind`",
          "other names are changed first: `breaks (TABLE | rename old = …, new = …, date = …)`",
        ])
    }
    return try reader.breaks(key: key)
  }

  private func redivisions(key: String) throws(Diagnostic) -> BreakSet {
    var pairs: [Redivision] = []
    for row in 0..<table.count {
      let old = try code("old", row)
      let new = try code("new", row)
      let day = try firstDay("date", row)
      let from = text("old_name", row) ?? old
      let to = text("new_name", row) ?? new
      let date = CalendarDate(days: day).text
      let text = from == to ? "\(to): gewijzigd op \(date)" : "\(from) → \(to) op \(date)"
      pairs.append(Redivision(old: old, new: new, day: day, kind: try kind(row), text: text))
    }
    return BreakSet(key: key, of: pairs)
  }

  private func breaks(key: String) throws(Diagnostic) -> BreakSet {
    var breaks: [String: [Break]] = [:]
    for row in 0..<table.count {
      let axis: Break.Axis = text("axis", row) == "edition" ? .edition : .period
      breaks[try code(key, row), default: []].append(
        Break(day: try firstDay("to", row), text: text("text", row) ?? "", axis: axis))
    }
    return BreakSet(key: key, breaks: breaks)
  }

  /// What became of the old region. Without a kind it could be anything: only a change of boundary
  /// allows nothing.
  private func kind(_ row: Int) throws(Diagnostic) -> Redivision.Kind {
    guard let word = text("kind", row) else { return .boundary }
    if let kind = Redivision.Kind(word: word) { return kind }
    throw unread(
      "kind", row, word,
      "kinds: "
        + Redivision.Kind.allCases.map { "\($0.rawValue) (\($0.dutch))" }.joined(separator: ", "))
  }

  private func code(_ name: String, _ row: Int) throws(Diagnostic) -> String {
    guard let value = value(name, row), value.type != nil else {
      throw unread(
        name, row, nil, "leave such rows out: `breaks (TABLE | where \(name) is not missing)`")
    }
    return value.shown
  }

  /// The day a break is dated: of a year, quarter or month its first.
  private func firstDay(_ name: String, _ row: Int) throws(Diagnostic) -> Int32 {
    let value = value(name, row)
    switch value {
    case .integer(let year)? where (1...9999).contains(year):
      return Period.year(Int(year)).firstDay
    case .period(let period)?: return period.firstDay
    case .date(let date)?: return date.days
    case .text(let text)?:
      if let period = PeriodParser.parse(text) { return period.firstDay }
    case .integer?, .boolean?, .number?, .missing?, nil: break
    }
    throw unread(
      name, row, value.flatMap { $0.type == nil ? nil : $0.shown },
      "a day such as 2022-03-24, or a year")
  }

  private func unread(_ name: String, _ row: Int, _ found: String?, _ note: String) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "not-a-break",
      found.map { "row \(row + 1) of \(title) has \"\($0)\" as `\(name)`" }
        ?? "row \(row + 1) of \(title) has no `\(name)`", notes: [note])
  }

  private func value(_ name: String, _ row: Int) -> Value? {
    table.column(name).map { $0.value(at: row) }
  }

  private func text(_ name: String, _ row: Int) -> String? {
    if case .text(let text)? = value(name, row) { return text }
    return nil
  }
}
