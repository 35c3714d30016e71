#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A value that several threads change, and that any of them can wait for.
@safe
final class SharedState<Value: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let isChanged = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  init(_ value: Value) {
    self.value = value
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe isChanged.initialize(to: pthread_cond_t())
    _ = unsafe pthread_mutex_init(mutex, nil)
    _ = unsafe pthread_cond_init(isChanged, nil)
  }

  deinit {
    _ = unsafe pthread_cond_destroy(isChanged)
    _ = unsafe pthread_mutex_destroy(mutex)
    unsafe isChanged.deallocate()
    unsafe mutex.deallocate()
  }

  /// Changes the value and wakes whoever waits for it.
  func change<Outcome>(_ body: (inout Value) -> Outcome) -> Outcome {
    _ = unsafe pthread_mutex_lock(mutex)
    defer {
      _ = unsafe pthread_cond_broadcast(isChanged)
      _ = unsafe pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Takes what `body` finds, as soon as it finds something; nil when that is not there in time.
  func wait<Outcome>(milliseconds: Int, for body: (inout Value) -> Outcome?) -> Outcome? {
    var end = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &end)
    end.tv_nsec += milliseconds * 1_000_000
    if end.tv_nsec >= 1_000_000_000 {
      end.tv_sec += 1
      end.tv_nsec -= 1_000_000_000
    }
    _ = unsafe pthread_mutex_lock(mutex)
    defer { _ = unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let found = body(&value) { return found }
      if unsafe pthread_cond_timedwait(isChanged, mutex, &end) != 0 { return body(&value) }
    }
  }
}
