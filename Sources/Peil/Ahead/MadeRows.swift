import Columnar
import Planning
import Synchronization

/// What running a statement gave, with what it read on the way.
struct MadeRows: Sendable {
  let table: Table
  let notes: [Note]
  /// Each file and built-in text with its rows, sorted.
  let readings: [KeptRows.Reading]
  /// How long that took.
  let time: Duration

  /// Runs a plan by calling `run` with something that takes note of what is read. Throws as it does.
  init(_ run: (@escaping SessionOptions.NoteRows) throws -> (table: Table, notes: [Note])) throws {
    let start = ContinuousClock.now
    let rows = RowCounts()
    (table, notes) = try run { source, count in rows.note(source, count) }
    readings = rows.readings
    time = ContinuousClock.now - start
  }
}

/// The rows of the files that a plan reads, noted by any thread.
private final class RowCounts: Sendable {
  private let counts = Mutex<[(table: CSVTable, rows: Int)]>([])

  func note(_ source: any TableSource, _ rows: Int) {
    guard let table = source as? CSVTable else { return }
    counts.withLock { counts in
      counts.removeAll { $0.table === table }
      counts.append((table, rows))
    }
  }

  var readings: [KeptRows.Reading] {
    counts.withLock { $0 }
      .map { table, rows in
        KeptRows.Reading(
          name: table.name, path: table.path, rows: rows, widened: table.widenedColumns)
      }
      .sorted { ($0.path, $0.name) < ($1.path, $1.name) }
  }
}
