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
    let outcome = WorkOutcome<Output>()
    guard Threads.detach({ outcome.set(Result { try body(state) }) }) else {
      return try body(state)
    }
    while true {
      if let result = outcome.wait(milliseconds: pause) {
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

/// What work came to, once it is done.
@safe
private final class WorkOutcome<Output: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let isDone = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var result: Result<Output, any Error>?

  init() {
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe isDone.initialize(to: pthread_cond_t())
    _ = unsafe pthread_mutex_init(mutex, nil)
    _ = unsafe pthread_cond_init(isDone, nil)
  }

  deinit {
    _ = unsafe pthread_cond_destroy(isDone)
    _ = unsafe pthread_mutex_destroy(mutex)
    unsafe isDone.deallocate()
    unsafe mutex.deallocate()
  }

  func set(_ result: Result<Output, any Error>) {
    _ = unsafe pthread_mutex_lock(mutex)
    self.result = result
    _ = unsafe pthread_cond_signal(isDone)
    _ = unsafe pthread_mutex_unlock(mutex)
  }

  /// The result, or nil when it is not there in time.
  func wait(milliseconds: Int) -> Result<Output, any Error>? {
    var end = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &end)
    end.tv_nsec += milliseconds * 1_000_000
    if end.tv_nsec >= 1_000_000_000 {
      end.tv_sec += 1
      end.tv_nsec -= 1_000_000_000
    }
    _ = unsafe pthread_mutex_lock(mutex)
    defer { _ = unsafe pthread_mutex_unlock(mutex) }
    while result == nil {
      if unsafe pthread_cond_timedwait(isDone, mutex, &end) != 0 { break }
    }
    return result
  }
}
