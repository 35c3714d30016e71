import Columnar
import Planning
import SourceText

/// Finds for each row of the left table its rows of the other.
struct JoinRows: TableCombination {
  let on: [JoinPair]
  let asof: JoinAsof?
  let kind: JoinKind
  let isMany: Bool
  /// Columns of the right table in the result.
  let taken: [Int]
  /// What the right table is called.
  let title: String
  /// For recognising names of regions among the keys.
  let regions: Entity?
  let file: SourceFile
  let range: SourceRange
  /// Whether rows are looked up as they go by; see ``KeyLookup``.
  var looksUpRows = false

  func estimatedRows(_ left: Double, _ right: Double) -> Double? { isMany ? nil : left }

  var summary: String {
    "join \(kind.rawValue)\(isMany ? " many" : "")\(looksUpRows ? ", rows looked up" : "")"
  }

  func apply(_ left: Table, _ right: Table, _ run: TransformRun) throws -> Batch {
    if let grid = grid(left, most: max(1 << 16, left.count)) {
      let cells = grid.cells(on.map { left.columns[$0.left] }, count: left.count)
      let lookup = KeyLookup(self, left, right, grid, keys: KeyLookup.distinct(cells, of: grid))
      if let row = lookup.firstTwice { throw twice(right, on.map(\.right), row) }
      let (rows, keys) = lookup.joined(left.batch, cells, run.workers)
      lookup.say([keys], run.note)
      return rows
    }
    let keys = JoinNumbers(left, right, on)
    let lookup = RightRows(keys.right, count: keys.count)
    if !isMany, kind.addsColumns {
      if let asof {
        try checkPeriods(right, keys.right, asof)
      } else if let row = lookup.firstTwice {
        throw twice(right, on.map(\.right), row)
      }
    }
    var pairs = RowPairs()
    if let asof {
      pairs.matchEarlier(left, right, keys, lookup, asof)
    } else {
      pairs.match(keys, lookup, isMany: isMany && kind.addsColumns)
    }
    say(pairs, left, right, keys, run)
    return try result(pairs, left, right)
  }

  private func result(_ pairs: RowPairs, _ left: Table, _ right: Table) throws -> Batch {
    switch kind {
    case .semi, .anti:
      let rows = pairs.left.indices.filter { (pairs.right[$0] >= 0) == (kind == .semi) }
        .map { pairs.left[$0] }
      return Batch(columns: left.columns.map { $0.gather(rows) }, count: rows.count)
    case .inner:
      return columns(pairs.matched, left, right)
    case .left: return columns(pairs, left, right)
    case .full:
      var all = pairs
      all.addUnmatched(right.count)
      return columns(all, left, right)
    }
  }

  private func columns(_ pairs: RowPairs, _ left: Table, _ right: Table) -> Batch {
    let absent = [UInt8](repeating: MissingReason.noRow.rawValue, count: pairs.left.count)
    var columns = left.columns.map { $0.gather(pairs.left, orMissing: absent) }
    if kind == .full {
      // Rows of the other table alone have their key, and nothing else of this one.
      let own = pairs.left.prefix { $0 >= 0 }.count
      let rows = Array(pairs.right[own...])
      for pair in on {
        columns[pair.left] = Column.concatenate(
          [columns[pair.left].slice(0..<own), right.columns[pair.right].gather(rows)],
          type: left.columns[pair.left].type)
      }
    }
    columns += taken.map { right.columns[$0].gather(pairs.right, orMissing: absent) }
    if let asof {
      columns.append(right.columns[asof.pair.right].gather(pairs.right, orMissing: absent))
    }
    return Batch(columns: columns, count: pairs.left.count)
  }

  /// Two rows of the other table with one key and one period leave no one row to take.
  private func checkPeriods(_ right: Table, _ ids: [Int], _ asof: JoinAsof) throws {
    let periods = right.columns[asof.pair.right].periods()
    var seen = Set<Place>()
    for row in ids.indices where ids[row] >= 0 {
      guard let period = periods[row] else { continue }
      if !seen.insert(Place(key: ids[row], period: period)).inserted {
        throw twice(right, on.map(\.right) + [asof.pair.right], row)
      }
    }
  }

  private struct Place: Hashable {
    let key: Int
    let period: Period
  }

  private func twice(_ right: Table, _ keys: [Int], _ row: Int) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "key-twice", "a key occurs twice in \(title)", file: file,
      range: range, label: asof == nil ? "add `match many` for a row for each" : nil,
      notes: [
        "first twice: "
          + KeyText.assignments(
            keys.map { right.columns[$0] }, keys.map { right.schema.fields[$0] }, row),
        "or make its rows one with `\(title.hasPrefix("`") ? title.dropFirst().dropLast() : "…") "
          + "| sum … by \(keys.map { right.schema.fields[$0].name }.joined(separator: ", "))`",
      ])
  }
}
