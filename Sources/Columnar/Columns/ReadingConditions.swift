/// How a source is read. Nothing in it may show in what is read.
package struct ReadingConditions: Sendable {
  /// Rows in a batch, at most.
  package var batchSize: Int
  /// Threads that may work, at least 1; nil for as many as there are processors.
  package var threads: Int?
  /// Asked often, by any thread; true ends the reading with a fault of phase `interrupted`.
  package var isCancelled: @Sendable () -> Bool
  /// Told now and then, by any thread, which part of the source was read, from 0 to 1.
  package var tell: @Sendable (Double) -> Void
  /// Told of each table of rows that was opened, by name, and how many rows it has.
  package var noteRows: @Sendable (_ source: any TableSource, _ rows: Int) -> Void

  /// Makes conditions; without anything said all rows come in one batch, as fast as can be.
  package init(
    batchSize: Int = .max, threads: Int? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    tell: @escaping @Sendable (Double) -> Void = { _ in },
    noteRows: @escaping @Sendable (any TableSource, Int) -> Void = { _, _ in }
  ) {
    self.batchSize = batchSize
    self.threads = threads
    self.isCancelled = isCancelled
    self.tell = tell
    self.noteRows = noteRows
  }
}
