import SourceText
import Synchronization

/// Hands the blocks of a file to threads and confirms what they found, in the order of the file.
///
/// A thread that takes a block does not know where its first record begins: it supposes that the
/// first line end ends a record. That holds when the block before ended exactly there; else the
/// block is read again from the right place. So the rows, and the first fault, are those of a
/// reading from front to back, whatever the blocks and threads are.
final class BlockQueue: Sendable {
  private let task: ReadingTask
  private let isCancelled: @Sendable () -> Bool
  private let tell: @Sendable (Double) -> Void
  private let state: Mutex<State>

  private struct State {
    var nextBlock = 0
    /// Results that come after one that is not there yet.
    var waiting: [Int: BlockResult] = [:]
    var isConfirming = false
    var confirmed: [BlockResult] = []
    var confirmedBlocks = 0
    /// Where the first record begins that was not confirmed yet.
    var end: Int
    /// By slot, whether a column of integers has had a fraction.
    var isWidened: [Bool]
    var isInOrder = true
    var failure: Diagnostic?
  }

  /// Makes a queue of all blocks. `isCancelled` is asked before each.
  init(
    _ task: ReadingTask, isCancelled: @escaping @Sendable () -> Bool,
    tell: @escaping @Sendable (Double) -> Void
  ) {
    self.task = task
    self.isCancelled = isCancelled
    self.tell = tell
    state = Mutex(
      State(end: task.rows.lowerBound, isWidened: task.columns.map { _ in false }))
  }

  /// Reads blocks until there are none left.
  func work(_ parser: BlockParser) {
    while let (block, isWidened) = takeBlock() {
      tell(Double(block) / Double(task.blockCount))
      let result = try? parser.parse(block, from: nil, isWidened: isWidened)
      // A block that cannot be read is looked at again when its turn comes.
      deliver(result ?? BlockResult(block: block, thread: parser.thread), parser)
    }
  }

  /// What was found, in order, and whether each thread found it in order too; throws the first
  /// fault. It is not kept here any longer.
  func finish() throws(Diagnostic) -> (results: [BlockResult], isInOrder: Bool) {
    let (failure, results, isInOrder) = state.withLock { state in
      defer { state.confirmed = [] }
      return (state.failure, state.confirmed, state.isInOrder)
    }
    if let failure { throw failure }
    return (results, isInOrder)
  }

  private func takeBlock() -> (block: Int, isWidened: [Bool])? {
    let isCancelled = isCancelled()
    return state.withLock { state in
      if isCancelled, state.failure == nil { state.failure = BlockParser.interrupted }
      guard state.failure == nil, state.nextBlock < task.blockCount else { return nil }
      defer { state.nextBlock += 1 }
      return (state.nextBlock, state.isWidened)
    }
  }

  /// Confirms what is next, as far as it is there, unless another thread is doing so.
  private func deliver(_ result: BlockResult, _ parser: BlockParser) {
    state.withLock { $0.waiting[result.block] = result }
    while let (found, end, isWidened) = nextToConfirm() {
      let confirmed = Result { () throws(Diagnostic) in
        try confirm(found, from: end, isWidened, parser)
      }
      state.withLock { state in
        state.isConfirming = false
        switch confirmed {
        case .failure(let fault): state.failure = state.failure ?? fault
        case .success((let result, let isFirstReading)):
          if !isFirstReading { state.isInOrder = false }
          state.confirmedBlocks += 1
          guard let result else { return }
          state.end = result.end
          for (slot, piece) in result.pieces.enumerated() where piece.isWidened {
            state.isWidened[slot] = true
          }
          if result.records > 0 { state.confirmed.append(result) }
        }
      }
    }
  }

  private func nextToConfirm() -> (found: BlockResult, end: Int, isWidened: [Bool])? {
    state.withLock { state in
      guard !state.isConfirming, state.failure == nil,
        let found = state.waiting.removeValue(forKey: state.confirmedBlocks)
      else { return nil }
      state.isConfirming = true
      return (found, state.end, state.isWidened)
    }
  }

  /// The block's result when it began in the right place, else that of another reading; nil when
  /// no record begins in it.
  private func confirm(
    _ found: BlockResult, from start: Int, _ isWidened: [Bool], _ parser: BlockParser
  ) throws(Diagnostic) -> (result: BlockResult?, isFirstReading: Bool) {
    if start >= task.block(found.block).upperBound {
      return (nil, found.records == 0 && !found.needsStream)
    }
    if found.start == start, !found.needsStream { return (found, true) }
    if found.start != start {
      let again = try parser.parse(found.block, from: start, isWidened: isWidened)
      if !again.needsStream { return (again, false) }
    }
    return (try parser.readRecords(found.block, from: start, isWidened: isWidened), false)
  }
}
