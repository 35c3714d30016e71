import Synchronization
import Threading

/// Pieces of work that do not need each other, done by several threads.
enum SideBySide {
  /// What `body` gives for 0 up to `count`, in that order. Throws the error of the first piece that
  /// has one, or when the user asked to stop.
  static func results<Output: Sendable>(
    _ count: Int, _ context: ExecutionContext, step: String,
    _ body: @escaping @Sendable (Int) throws -> Output
  ) throws -> [Output] {
    let shared = Shared<Output>(count)
    Threads.run(max(1, min(context.threads, count))) { _ in
      while let piece = shared.next() {
        do {
          try context.checkCancellation()
          context.tell(step, Double(piece) / Double(count))
          shared.end(piece, .success(try body(piece)))
        } catch {
          shared.end(piece, .failure(error))
        }
      }
    }
    return try shared.outcomes()
  }

  private final class Shared<Output: Sendable>: Sendable {
    private let state: Mutex<State>

    private struct State {
      var next = 0
      var outcomes: [Result<Output, any Error>?]
      var isFailed = false
    }

    init(_ count: Int) {
      state = Mutex(State(outcomes: [Result<Output, any Error>?](repeating: nil, count: count)))
    }

    func next() -> Int? {
      state.withLock { state in
        guard !state.isFailed, state.next < state.outcomes.count else { return nil }
        state.next += 1
        return state.next - 1
      }
    }

    func end(_ piece: Int, _ outcome: Result<Output, any Error>) {
      state.withLock { state in
        state.outcomes[piece] = outcome
        if case .failure = outcome { state.isFailed = true }
      }
    }

    /// Pieces are begun in order, so that all before the first that failed are there.
    func outcomes() throws -> [Output] {
      try state.withLock { $0.outcomes }.compactMap { try $0?.get() }
    }
  }
}
