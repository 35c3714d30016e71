import Synchronization

/// What a run and whoever waits for it tell each other.
package final class RunState: Sendable {
  private let isGivenUp = Atomic(false)
  private let isAsked: @Sendable () -> Bool
  private let reached = Mutex(RunProgress(step: "", part: nil))
  private let finishing = Mutex(0)

  /// Makes the state of a run that has not begun; `isAsked` tells whether to stop.
  package init(isAsked: @escaping @Sendable () -> Bool = { false }) {
    self.isAsked = isAsked
  }

  /// Whether to stop.
  package var isCancelled: Bool { isGivenUp.load(ordering: .relaxed) || isAsked() }

  /// Tells the work to stop, also when nobody asks for that any more.
  package func giveUp() { isGivenUp.store(true, ordering: .relaxed) }

  /// How far the run is.
  var progress: RunProgress { reached.withLock { $0 } }

  /// Says which step runs, and which part of it is done when that is known.
  package func tell(_ step: String, _ part: Double? = nil) {
    reached.withLock { $0 = RunProgress(step: step, part: part) }
  }

  /// Whether the work writes a file, of which nothing half may stay behind.
  var isFinishing: Bool { finishing.withLock { $0 > 0 } }

  /// Does what is not given up halfway. Throws when the run was told to stop before.
  package func finishing<Result>(_ body: () throws -> Result) throws -> Result {
    finishing.withLock { $0 += 1 }
    defer { finishing.withLock { $0 -= 1 } }
    if isCancelled { throw WatchedWork.interrupted }
    return try body()
  }
}

/// How far a run is.
struct RunProgress: Sendable {
  /// What it does, in a few words.
  let step: String
  /// The part of it that is done, from 0 to 1, when that is known.
  let part: Double?
}
