import Columnar
import Planning
import SourceText
import Synchronization
import Threading

/// Runs a pipeline over all its rows, morsel by morsel, on several threads.
struct PipelineRun: Sendable {
  let pipeline: CompiledPipeline
  let context: ExecutionContext
  /// How many threads work.
  var workers: Int
  /// What it does, for who waits.
  var step = "filter and derive"

  init(_ pipeline: CompiledPipeline, _ context: ExecutionContext) {
    self.pipeline = pipeline
    self.context = context
    workers = max(1, min(context.threads, pipeline.rows.count / min(context.batchSize, 1 << 14)))
  }

  /// The state that workers share.
  private struct Progress {
    var next = 0
    /// Rows that went into each stage, and undecided rows, by morsel.
    var inputs: [[Int]]
    var undecided: [[Int]]
    /// The keys that each stage looked up, by morsel.
    var keys: [[MetKeys?]]
    /// The fault in the earliest morsel so far.
    var fault: (morsel: Int, fault: MorselFault)?
    var error: (any Error)?
  }

  /// Hands the rows of each morsel to `take` with the number of the worker and of the morsel.
  /// Each worker takes morsels in rising order. Throws the first fault in order of the rows.
  func run(_ take: @escaping @Sendable (_ worker: Int, _ morsel: Int, Batch) -> Void) throws {
    let count = pipeline.rows.morselCount
    let shared = Shared(
      Progress(
        inputs: [[Int]](repeating: [], count: count),
        undecided: [[Int]](repeating: [], count: count),
        keys: [[MetKeys?]](repeating: [], count: count)))
    let run = self
    Threads.run(workers) { worker in
      while let morsel = run.begin(shared, count) {
        do {
          try run.context.checkCancellation()
          run.context.tell(run.step, Double(morsel) / Double(count))
          let outcome = try run.pipeline.run(morsel)
          let isWanted = shared.progress.withLock { progress in
            progress.inputs[morsel] = outcome.inputs
            progress.undecided[morsel] = outcome.undecided
            progress.keys[morsel] = outcome.keys
            if let fault = outcome.fault, morsel < progress.fault?.morsel ?? .max {
              progress.fault = (morsel, fault)
            }
            return progress.fault == nil
          }
          if isWanted, outcome.rows.count > 0 { take(worker, morsel, outcome.rows) }
        } catch {
          shared.progress.withLock { $0.error = error }
        }
      }
    }
    let done = shared.progress.withLock { $0 }
    if let error = done.error { throw error }
    if let (morsel, fault) = done.fault {
      throw diagnostic(fault, before: done.inputs[..<morsel].reduce(0) { $0 + $1[fault.stage] })
    }
    note(done.undecided, done.keys)
  }

  private final class Shared: Sendable {
    let progress: Mutex<Progress>
    init(_ progress: sending Progress) { self.progress = Mutex(progress) }
  }

  private func begin(_ shared: Shared, _ count: Int) -> Int? {
    shared.progress.withLock { progress in
      // Morsels before the first fault are still wanted: they count its row.
      guard progress.error == nil, progress.next < min(count, progress.fault?.morsel ?? .max)
      else { return nil }
      progress.next += 1
      return progress.next - 1
    }
  }

  /// The diagnostic of a fault, of which the stage was given so many rows before.
  func diagnostic(_ fault: MorselFault, before: Int) -> Diagnostic {
    let found = RowCounter.diagnostic(
      fault.fault, fault.rows, pipeline.schemas[fault.stage], before: before)
    return pipeline.places[fault.stage].map { found.placed(at: $0) } ?? found
  }

  /// Says of each filter for how many rows a missing value decided, and of each join which keys
  /// matched nothing.
  private func note(_ undecided: [[Int]], _ keys: [[MetKeys?]]) {
    for (place, stage) in pipeline.stages.enumerated() {
      switch stage {
      case .filter:
        let count = undecided.reduce(0) { $0 + $1[place] }
        if count > 0 { context.note(FilterNote.undecided(count)) }
      case .join(let lookup, let notes):
        notes.forEach(context.note)
        lookup.say(keys.compactMap { $0[place] }, context.note)
      case .project: break
      }
    }
  }

  /// All rows in order, morsel by morsel; at least one part.
  func collect() throws -> [Batch] {
    if pipeline.stages.isEmpty { return pipeline.rows.parts }
    let parts = Parts(count: pipeline.rows.morselCount)
    try self.run { _, morsel, rows in parts.batches.withLock { $0[morsel] = rows } }
    let batches = parts.batches.withLock { $0 }.compactMap { $0 }
    return batches.isEmpty ? [pipeline.template] : batches
  }

  private final class Parts: Sendable {
    let batches: Mutex<[Batch?]>
    init(count: Int) { batches = Mutex([Batch?](repeating: nil, count: count)) }
  }
}
