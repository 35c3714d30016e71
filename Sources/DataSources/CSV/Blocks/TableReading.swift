import Columnar
import SourceText
import Synchronization
import Threading

/// Reads the wanted columns of all rows of a file, with some threads.
struct TableReading {
  let task: ReadingTask
  let threads: Int
  let isCancelled: @Sendable () -> Bool
  /// Told which part of the blocks was handed out.
  let tell: @Sendable (Double) -> Void

  /// What was read of a file.
  struct Outcome {
    /// The columns that are wanted for more than a filter.
    let columns: [Column]
    /// The rows of the columns, and all records they were chosen from.
    let count: Int
    let records: Int
    /// For how many records a missing value decided whether they are kept.
    let undecided: Int
  }

  /// The columns and the number of rows; the same for any number of threads.
  func read() throws(Diagnostic) -> Outcome {
    var parsers: [BlockParser] = []
    for thread in 0..<max(1, min(threads, task.blockCount)) {
      parsers.append(try BlockParser(task, thread: thread))
    }
    let queue = BlockQueue(task, isCancelled: isCancelled, tell: tell)
    let team = parsers
    Threads.run(team.count) { queue.work(team[$0]) }
    var found = try queue.finish()
    for parser in parsers { try parser.confirmUnchanged() }
    // Which spelling of a text is the first of the file is known of kept rows only then.
    if !found.isInOrder, parsers.contains(where: { $0.readers.contains { $0.isWary } }) {
      task.filter?.giveUp()
    }
    return assembled(&found.results, isInOrder: found.isInOrder, parsers)
  }

  /// The same for a text that is read from front to back, from where its rows begin.
  func read(
    from stream: inout RecordStream
  ) throws(Diagnostic) -> Outcome {
    let parser = try BlockParser(task, thread: 0)
    var results = try parser.readAllRecords(&stream, isCancelled)
    return assembled(&results, isInOrder: true, [parser])
  }

  /// Puts the columns together, one or more in each thread. The results are taken away, so that the
  /// pieces of a column are freed when it is done.
  private func assembled(
    _ results: inout [BlockResult], isInOrder: Bool, _ parsers: [BlockParser]
  ) -> Outcome {
    let count = results.reduce(0) { $0 + $1.rows }
    let records = results.reduce(0) { $0 + $1.records }
    let undecided = results.reduce(0) { $0 + $1.undecided }
    let shared = AssemblyWork(
      task.columns.indices.filter { task.filter?.passing.contains($0) != true }.map { slot in
        ColumnAssembly(
          task: task.columns[slot], pieces: results.map { ($0.pieces[slot], $0.thread) },
          readers: parsers.map { $0.readers[slot] }, count: count, isInOrder: isInOrder)
      })
    results = []
    let isSmall = count < 1 << 16
    Threads.run(isSmall ? 1 : min(threads, task.columns.count)) { _ in shared.work() }
    return Outcome(
      columns: shared.columns, count: count, records: records, undecided: undecided)
  }
}

/// Columns that are still to be put together and those that are.
private final class AssemblyWork: Sendable {
  private let state: Mutex<State>

  private struct State {
    var open: [ColumnAssembly?]
    var done: [Column?]
    var next = 0
  }

  init(_ assemblies: [ColumnAssembly]) {
    state = Mutex(State(open: assemblies, done: assemblies.map { _ in nil }))
  }

  /// The columns that were put together.
  var columns: [Column] { state.withLock { $0.done.compactMap { $0 } } }

  /// Puts columns together until there are none left; the pieces of each are freed as it is done.
  func work() {
    while let (slot, assembly) = take() {
      let column = assembly.column()
      state.withLock { $0.done[slot] = column }
    }
  }

  private func take() -> (slot: Int, assembly: ColumnAssembly)? {
    state.withLock { state in
      guard state.next < state.open.count else { return nil }
      let slot = state.next
      state.next += 1
      guard let assembly = state.open[slot] else { return nil }
      state.open[slot] = nil
      return (slot, assembly)
    }
  }
}
