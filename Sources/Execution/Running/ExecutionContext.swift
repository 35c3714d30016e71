package import Columnar
package import Planning
import SourceText
import Synchronization
import Threading

/// What operators share while a plan runs.
package final class ExecutionContext: Sendable {
  /// Rows read at a time. Never shows in a result.
  package let batchSize: Int
  /// Threads that may work. Never shows in a result.
  package let threads: Int
  /// Whether rows and times of each operator are kept.
  let measures: Bool
  private let state: RunState
  /// Writes rows to a file; does nothing where only columns are asked for.
  let save: @Sendable (SaveSpec, Table) throws -> Void
  /// Told of each file or built-in text that is opened, and of its rows.
  private let noteRows: @Sendable (any TableSource, Int) -> Void
  /// Whether a source is read in one place only.
  let isReadOnce: @Sendable (any FilteringSource) -> Bool
  private let collected = Mutex<[Note]>([])

  /// Makes a context; the state is asked once a batch whether to stop.
  package init(
    batchSize: Int = 65_536, threads: Int = Threads.available, state: RunState = RunState(),
    measures: Bool = false,
    save: @escaping @Sendable (SaveSpec, Table) throws -> Void = { _, _ in },
    noteRows: @escaping @Sendable (any TableSource, Int) -> Void = { _, _ in },
    isReadOnce: @escaping @Sendable (any FilteringSource) -> Bool = { _ in false }
  ) {
    self.isReadOnce = isReadOnce
    self.save = save
    self.noteRows = noteRows
    self.measures = measures
    self.batchSize = max(1, batchSize)
    self.threads = max(1, threads)
    self.state = state
  }

  /// The rows of a morsel of so many rows: not so many that a thread has nothing to do.
  func morselSize(_ rows: Int) -> Int {
    threads == 1 ? batchSize : min(batchSize, max(1 << 14, rows / (2 * threads) + 1))
  }

  /// Adds what is worth saying about the result.
  func note(_ note: Note) {
    collected.withLock { notes in
      if !notes.contains(note) { notes.append(note) }
    }
  }

  /// What `body` gives, and what is said meanwhile, which is kept apart to be said later.
  func keepingNotes<Output>(_ body: () throws -> Output) rethrows -> (Output, [Note]) {
    let before = collected.withLock { notes in
      defer { notes = [] }
      return notes
    }
    defer { collected.withLock { $0 = before } }
    let output = try body()
    return (output, notes)
  }

  /// What operators said, in the order in which they finished, which the plan decides.
  package var notes: [Note] { collected.withLock { $0 } }

  /// Throws when the user has asked to stop.
  func checkCancellation() throws {
    if state.isCancelled { throw WatchedWork.interrupted }
  }

  /// Whether the user has asked to stop.
  var isInterrupted: Bool { state.isCancelled }

  /// Says which step runs, and which part of it is done when that is known.
  func tell(_ step: @autoclosure () -> String, _ part: Double? = nil) {
    state.tell(step(), part)
  }

  /// The rows that were found before, as if they were read and made now.
  func taking(_ rows: FoundRows) -> Table {
    rows.notes.forEach(note)
    for (source, count) in rows.readings { noteRows(source, count) }
    return rows.table
  }

  /// How a source is read in this run.
  func reading(of source: String) -> ReadingConditions {
    let state = state
    let step = "read \(source)"
    state.tell(step)
    return ReadingConditions(
      threads: threads, isCancelled: { state.isCancelled }, tell: { state.tell(step, $0) },
      noteRows: noteRows)
  }
}
