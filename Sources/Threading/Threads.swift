import CThreads
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work on several threads. No result may depend on how many there are.
package enum Threads {
  /// The number of processors that the program may use.
  package static var available: Int { Int(ct_count()) }

  /// Calls `body` with 0 up to `count`, each on a thread of its own, the first on this one, and
  /// waits for all of them. With fewer threads to be had, one does the work of several.
  package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    guard count > 1 else { return body(0) }
    var started: [pthread_t] = []
    var left: [Int] = []
    for worker in 1..<count {
      if let thread = start({ body(worker) }, isElsewhere: true) {
        started.append(thread)
      } else {
        left.append(worker)
      }
    }
    body(0)
    left.forEach(body)
    for thread in started { pthread_join(thread, nil) }
  }

  /// Calls `body` with ranges that make up all of `count`, side by side when there are many.
  package static func ranges(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Range<Int>) -> Void
  ) {
    let workers = max(1, min(threads, count / (1 << 16)))
    run(workers) { worker in
      body((count * worker / workers)..<(count * (worker + 1) / workers))
    }
  }

  /// Calls `body` on a thread with room for deep recursion, and waits for it; on this one when
  /// there is no thread to be had.
  package static func deep<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
    let outcome = Outcome<Result>()
    if let thread = start({ outcome.value.withLock { $0 = body() } }, stack: 64 << 20) {
      pthread_join(thread, nil)
    }
    return outcome.value.withLock { $0 } ?? body()
  }

  private final class Outcome<Result: Sendable>: Sendable {
    let value = Mutex<Result?>(nil)
  }

  /// What a thread is to do; handed over as an unmanaged reference.
  private final class Task: Sendable {
    private let body: @Sendable () -> Void
    /// The processors it may use, when it begins on one of some.
    private let usable: ct_processors?

    init(_ usable: ct_processors?, _ body: @escaping @Sendable () -> Void) {
      self.usable = usable
      self.body = body
    }

    func run() {
      if var usable { unsafe ct_use(&usable) }
      body()
    }
  }

  /// Calls `body` on a thread of its own that nobody waits for, with as much room for nested
  /// calls as the first thread has; false when no thread is to be had.
  package static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(body, stack: 16 << 20) else { return false }
    return pthread_detach(thread) == 0
  }

  /// - Parameters:
  ///   - stack: bytes for nested calls; what is not touched takes no memory.
  ///   - isElsewhere: whether it begins on another processor, where there is one. A system may start
  ///     a thread on the one that starts it, as virtual machines do while the others rest: short
  ///     work would be over before it is moved.
  private static func start(
    _ body: @escaping @Sendable () -> Void, stack: Int = 8 << 20, isElsewhere: Bool = false
  ) -> pthread_t? {
    // Where a thread may not be placed it begins wherever the system likes.
    if isElsewhere, let thread = begin(body, stack, isElsewhere: true) { return thread }
    return begin(body, stack, isElsewhere: false)
  }

  private static func begin(
    _ body: @escaping @Sendable () -> Void, _ stack: Int, isElsewhere: Bool
  ) -> pthread_t? {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stack)
    defer { unsafe pthread_attr_destroy(&attributes) }
    var usable = ct_processors()
    if isElsewhere, unsafe !ct_begin_elsewhere(&attributes, &usable) { return nil }
    let task = unsafe Unmanaged.passRetained(Task(isElsewhere ? usable : nil, body))
    #if os(Linux)
      var thread = pthread_t()
      let error = unsafe pthread_create(
        &thread, &attributes,
        { argument in
          guard let argument = unsafe argument else { return nil }
          unsafe Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, task.toOpaque())
      if error == 0 { return thread }
    #else
      var thread: pthread_t?
      let error = unsafe pthread_create(
        &thread, &attributes,
        { argument in
          unsafe Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, task.toOpaque())
      if error == 0, let thread { return thread }
    #endif
    unsafe task.release()
    return nil
  }
}
