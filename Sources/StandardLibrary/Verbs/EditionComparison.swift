import Columnar
import Planning

/// Makes a row of each figure with its values in two editions and what became of it.
struct EditionComparison: TableTransform {
  let series: [Int]
  let time: Int?
  let column: Int
  let earlier: Value
  let later: Value
  let measures: [Int]
  let kept: [Int]
  let status: Int?

  func estimatedRows(_ input: Double) -> Double? { nil }
  var summary: String { "compare \(earlier.shown) with \(later.shown)" }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    let pairs = try EditionPairs(
      input, series: series, time: time, column: column, earlier: earlier, later: later)
    noteAbsent(input, pairs, run)
    var breaks = EditionBreaks(
      input, series: series, time: time, earlier: earlier, later: later)
    let verdicts = pairs.rows.map { pair in
      FigureVerdict.of(
        earlier: pair.earlier, later: pair.later, input, measures: measures, time: time,
        status: status
      ) {
        breaks.reason(from: $0, to: $1)
      }
    }
    if let note = breaks.note { run.note(note) }
    let sources = pairs.rows.map { $0.later >= 0 ? $0.later : $0.earlier }
    var columns = kept.map { input.columns[$0].gather(sources) }
    for index in measures {
      let change = EditionChange(input, measure: index, pairs.rows, verdicts)
      let noRow = [UInt8](repeating: MissingReason.noRow.rawValue, count: pairs.rows.count)
      columns.append(input.columns[index].gather(pairs.rows.map(\.earlier), orMissing: noRow))
      columns.append(input.columns[index].gather(pairs.rows.map(\.later), orMissing: noRow))
      columns.append(try change.difference())
      columns.append(change.growth())
    }
    var words = ColumnBuilder(.text)
    for verdict in verdicts { words.append(.text(verdict.rawValue)) }
    columns.append(words.finish())
    return Batch(columns: columns, count: pairs.rows.count)
  }

  /// An edition without any row is said: it may be misspelt.
  private func noteAbsent(_ input: Table, _ pairs: EditionPairs, _ run: TransformRun) {
    guard input.count > 0 else { return }
    let found = [
      (earlier, pairs.rows.contains { $0.earlier >= 0 }),
      (later, pairs.rows.contains { $0.later >= 0 }),
    ]
    for (edition, isThere) in found where !isThere {
      run.note(
        Note(
          code: "edition-without-rows", dutch: "editie \(edition.shown) heeft geen enkele regel",
          english: "edition \(edition.shown) has no rows at all"))
    }
  }
}

/// The rows of two editions that are the same figure; -1 where an edition has none.
struct EditionPairs {
  private(set) var rows: [(earlier: Int, later: Int)] = []

  /// A figure: its series, and its period where the series has several in an edition.
  private struct Figure: Hashable {
    let series: UInt32
    let period: UInt32
  }

  /// Matches rows. Throws when a figure stands twice in an edition.
  init(
    _ input: Table, series: [Int], time: Int?, column: Int, earlier: Value, later: Value
  ) throws {
    let editions = [earlier, later].map { EditionAxis.places(input.columns[column], of: $0) }
    var encoder = KeyEncoder(columnCount: series.count)
    let ids = encoder.encode(series.map { input.columns[$0] }, count: input.count).ids
    var hasSeveral = [Bool](repeating: false, count: encoder.count)
    for places in editions {
      var seen = [Bool](repeating: false, count: encoder.count)
      for row in 0..<input.count where places[row] == 0 {
        if seen[Int(ids[row])] { hasSeveral[Int(ids[row])] = true }
        seen[Int(ids[row])] = true
      }
    }
    var timeEncoder = KeyEncoder(columnCount: time == nil ? 0 : 1)
    let times = timeEncoder.encode(
      time.map { [input.columns[$0]] } ?? [], count: input.count
    ).ids
    var positions: [Figure: Int] = [:]
    for row in 0..<input.count {
      let isEarlier = editions[0][row] == 0
      guard isEarlier || editions[1][row] == 0 else { continue }
      let figure = Figure(
        series: ids[row], period: hasSeveral[Int(ids[row])] ? times[row] + 1 : 0)
      let position = positions[figure] ?? rows.count
      if position == rows.count {
        positions[figure] = position
        rows.append((-1, -1))
      }
      guard (isEarlier ? rows[position].earlier : rows[position].later) < 0 else {
        throw EditionAxis.duplicate(series + (time.map { [$0] } ?? []) + [column], row, input)
      }
      if isEarlier { rows[position].earlier = row } else { rows[position].later = row }
    }
  }
}
