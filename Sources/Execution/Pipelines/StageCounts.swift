import Synchronization

/// How many rows went into each stage of a pipeline, and came out of the last, once it ran.
final class StageCounts: Sendable {
  private let counts = Mutex<[Int]>([])

  /// Adds the rows of one morsel: a number for each stage and one for what came out.
  func add(_ inputs: [Int]) {
    counts.withLock { counts in
      if counts.count < inputs.count {
        counts += [Int](repeating: 0, count: inputs.count - counts.count)
      }
      for (stage, rows) in inputs.enumerated() { counts[stage] += rows }
    }
  }

  /// The rows that went into a stage, or past the last one came out; nil when it has not run.
  subscript(stage: Int) -> Int? {
    counts.withLock { stage < $0.count ? $0[stage] : nil }
  }
}
