#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Threads that do one thing together.
enum ThreadTeam {
  /// The processors that are there to be used.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs a body for each number below `count`, each in its own thread, this one among them.
  /// Where no thread can be had, this one does its part too.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    var mine = [0]
    for number in 1..<max(1, count) {
      if let thread = start({ body(number) }) {
        threads.append(thread)
      } else {
        mine.append(number)
      }
    }
    for number in mine { body(number) }
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let context = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
    #if os(Linux)
      var thread: pthread_t = 0
    #else
      var thread: pthread_t?
    #endif
    if unsafe pthread_create(&thread, nil, entry, context) == 0 { return thread }
    unsafe Unmanaged<Work>.fromOpaque(context).release()
    return nil
  }

  #if os(Linux)
    private static let entry: Entry = { context in unsafe context.flatMap { unsafe perform($0) } }
    private typealias Entry =
      @convention(c) @Sendable (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
  #else
    private static let entry: Entry = { context in unsafe perform(context) }
    private typealias Entry =
      @convention(c) @Sendable (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?
  #endif

  private static func perform(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
}
