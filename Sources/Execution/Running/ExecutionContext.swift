package import Columnar
import SourceText
import Synchronization

/// What operators share while a plan runs.
package final class ExecutionContext: Sendable {
  /// Rows read at a time. Never shows in a result.
  package let batchSize: Int
  private let isCancelled: @Sendable () -> Bool
  private let collected = Mutex<[Note]>([])

  /// Makes a context; `isCancelled` is asked once a batch.
  package init(
    batchSize: Int = 65_536, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.batchSize = batchSize
    self.isCancelled = isCancelled
  }

  /// Adds what is worth saying about the result.
  func note(_ note: Note) {
    collected.withLock { notes in
      if !notes.contains(note) { notes.append(note) }
    }
  }

  /// What operators said, in the order in which they finished, which the plan decides.
  package var notes: [Note] { collected.withLock { $0 } }

  /// Throws when the user has asked to stop.
  func checkCancellation() throws {
    if isCancelled() {
      throw Diagnostic(
        .error, phase: .interrupted, code: "interrupted", "the query was interrupted")
    }
  }
}
