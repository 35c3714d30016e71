import Reporting

/// What differs between a page of two editions.
struct PageComparison {
  private(set) var changes: [EditionDiff.Change] = []

  init(_ old: EditionPage, _ new: EditionPage) {
    if old.number != new.number {
      changes.append(.number(old: old.number, new: new.number))
    }
    compareResults(old, new)
    compareFacts(old.facts, new.facts)
    let difference = new.sentences.difference(from: old.sentences)
    let removed = difference.removals.compactMap(Self.element)
    let added = difference.insertions.compactMap(Self.element)
    if !removed.isEmpty || !added.isEmpty {
      changes.append(.text(removed: removed, added: added))
    }
  }

  private static func element(_ change: CollectionDifference<String>.Change) -> String? {
    switch change {
    case .insert(_, let element, _), .remove(_, let element, _): element
    }
  }

  private mutating func compareFacts(
    _ old: [EditionContent.Fact], _ new: [EditionContent.Fact]
  ) {
    var names: [String] = []
    for fact in new + old where !names.contains(fact.name) { names.append(fact.name) }
    for name in names {
      let before = old.filter { $0.name == name }.map(\.value)
      let after = new.filter { $0.name == name }.map(\.value)
      if before != after {
        changes.append(
          .fact(
            name: name, old: before.isEmpty ? nil : before.joined(separator: " / "),
            new: after.isEmpty ? nil : after.joined(separator: " / ")))
      }
    }
  }

  private mutating func compareResults(_ old: EditionPage, _ new: EditionPage) {
    for (name, result) in new.results {
      if let earlier = old.results.first(where: { $0.name == name })?.result {
        compare(name, earlier, result)
      } else {
        changes.append(.result(name: name, title: result.title, isAdded: true))
      }
    }
    for (name, result) in old.results where !new.results.contains(where: { $0.name == name }) {
      changes.append(.result(name: name, title: result.title, isAdded: false))
    }
  }

  private mutating func compare(
    _ name: String, _ old: EditionContent.Result, _ new: EditionContent.Result
  ) {
    if old.value != new.value {
      let unit = new.columns.last { $0.role == "measure" }?.unit ?? ""
      changes.append(.value(name: name, old: old.value, new: new.value, unit: unit))
    }
    // A table's title begins with its number, which says nothing about what it shows.
    let titles = [old, new].map { $0.title.replacing($0.label, with: "") }
    let wordings = [
      ("title", titles[0], titles[1]), ("source", old.source, new.source),
      ("notes", old.notes.joined(separator: " "), new.notes.joined(separator: " ")),
    ]
    for (what, before, after) in wordings where before != after {
      changes.append(.wording(name: name, what: what, old: before, new: after))
    }
    compareRows(name, old, new)
  }

  private mutating func compareRows(
    _ name: String, _ old: EditionContent.Result, _ new: EditionContent.Result
  ) {
    let names = Self.nameColumns(old, new)
    let before = Self.rows(old, named: names)
    let after = Self.rows(new, named: names)
    for (row, cells) in after {
      let earlier = before.first { $0.row == row }?.cells
      if earlier == nil, cells.isEmpty {
        changes.append(
          .cell(name: name, row: row, column: "", old: nil, new: "", unit: ""))
      }
      for (column, cell) in cells {
        let other = earlier?.first { $0.column.name == column.name }?.cell
        if other != cell {
          changes.append(
            .cell(
              name: name, row: row, column: column.heading, old: other, new: cell,
              unit: column.unit))
        }
      }
    }
    for (row, cells) in before where !after.contains(where: { $0.row == row }) {
      if cells.isEmpty {
        changes.append(.cell(name: name, row: row, column: "", old: "", new: nil, unit: ""))
      }
      for (column, cell) in cells {
        changes.append(
          .cell(
            name: name, row: row, column: column.heading, old: cell, new: nil, unit: column.unit))
      }
    }
  }

  private typealias Cells = [(column: EditionContent.Column, cell: String)]

  /// The columns that tell which row is which, in both: the keys; else the first column that has
  /// another value in every row; else all that are no measure.
  private static func nameColumns(
    _ old: EditionContent.Result, _ new: EditionContent.Result
  ) -> Set<String> {
    let words = new.columns.filter { $0.role != "measure" }
    let keys = words.filter { $0.role == "key" }
    if !keys.isEmpty { return Set(keys.map(\.name)) }
    let single = words.first { column in
      [old, new].allSatisfy { result in
        guard let place = result.columns.firstIndex(where: { $0.name == column.name }) else {
          return false
        }
        let values = result.rows.map { $0[place] }
        return Set(values).count == values.count && !values.contains { $0.hasPrefix("missing: ") }
      }
    }
    return Set(single.map { [$0.name] } ?? words.map(\.name))
  }

  /// The rows by the words that name them, with their other cells.
  private static func rows(_ result: EditionContent.Result, named names: Set<String>)
    -> [(row: String, cells: Cells)]
  {
    var seen: [String: Int] = [:]
    return result.rows.map { row in
      var words: [String] = []
      var cells: Cells = []
      // A measure of unlike units has its unit in a column of its own.
      let unit = result.columns.firstIndex { $0.name == "unit" }.map { row[$0] }
      for (column, cell) in zip(result.columns, row) {
        if names.contains(column.name) {
          words.append(cell)
        } else if !column.isComparison {
          var column = column
          if let unit, column.role == "measure", column.unit.isEmpty { column.unit = unit }
          cells.append((column, cell))
        }
      }
      let name = words.joined(separator: " · ")
      seen[name, default: 0] += 1
      let ordinal = seen[name] ?? 1
      return (ordinal == 1 ? name : "\(name) (\(ordinal))", cells)
    }
  }
}
