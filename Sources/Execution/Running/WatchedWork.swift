package import SourceText
import Synchronization
import Threading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work that whoever waits for it can give up at any moment.
///
/// The work is done by a thread of its own; the one that called looks every few milliseconds
/// whether to stop. When it is, it returns at once, whatever the work is doing. The work itself
/// asks too, at the next batch, and ends then; what it would have given is dropped.
package enum WatchedWork {
  /// Milliseconds between two looks.
  private static let pause = 10

  /// What is thrown when the user asked to stop.
  package static var interrupted: Diagnostic {
    Diagnostic(.error, phase: .interrupted, code: "interrupted", "the query was interrupted")
  }

  /// Does the work and gives its result, or throws its error.
  ///
  /// - Parameters:
  ///   - isCancelled: tells whether to stop; nil when nobody will want to.
  ///   - watch: told every few milliseconds which step runs, and the part of it that is done.
  /// Throws ``interrupted`` when told to stop.
  package static func run<Output: Sendable>(
    isCancelled: (@Sendable () -> Bool)?, watch: ((String, Double?) -> Void)? = nil,
    _ body: @escaping @Sendable (RunState) throws -> Output
  ) throws -> Output {
    let state = RunState(isAsked: isCancelled ?? { false })
    guard isCancelled != nil || watch != nil else { return try body(state) }
    let outcome = SharedState<Result<Output, any Error>?>(nil)
    let isStarted = Threads.detach {
      let result = Result { try body(state) }
      outcome.change { $0 = result }
    }
    guard isStarted else { return try body(state) }
    while true {
      if let result = outcome.wait(milliseconds: pause, for: { $0 }) {
        if case .success = result, state.isCancelled { throw interrupted }
        return try result.get()
      }
      if isCancelled?() == true {
        state.giveUp()
        // What is being written ends first, whole or not at all.
        if !state.isFinishing { throw interrupted }
      }
      let progress = state.progress
      watch?(progress.step, progress.part)
    }
  }
}
