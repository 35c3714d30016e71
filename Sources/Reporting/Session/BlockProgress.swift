/// What is told about the blocks of a report while they run.
package struct BlockProgress: Sendable {
  /// What became of a block.
  package enum State: Sendable, Equatable {
    case started
    /// It was run, for a reason; how long that took.
    case ran(reason: String?, Duration)
    /// All it gives was known already.
    case kept
  }

  /// Its name, or `blok-N`.
  package let name: String
  /// Counted from 0.
  package let position: Int
  package let count: Int
  package let state: State
}

/// Told what becomes of each block.
package typealias BlockWatch = (BlockProgress) -> Void
