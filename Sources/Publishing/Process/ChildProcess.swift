#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Another program that is started, given a text on standard input, and waited for.
struct ChildProcess {
  /// How it ended.
  enum End: Equatable {
    case exited(Int32)
    case signalled(Int32)
    /// It was ended because it took longer than its limit.
    case tooLong
    /// It could not be started; the reason of the system.
    case notStarted(String)
  }

  /// The program, looked up in `PATH`, and its arguments.
  let arguments: [String]
  /// The time it may take.
  var limit: Duration
  /// Whether its standard output goes to ours for errors; else it is thrown away.
  var showsOutput = true

  /// Runs it to its end. It is alone in a group of processes, which is ended as a whole.
  func run(input: [UInt8] = []) -> End {
    // A program that does not read its input is no reason to end this one.
    signal(SIGPIPE, SIG_IGN)
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return .notStarted(Self.reason(errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let started = start(input: ends[0])
    close(ends[0])
    guard case .success(let process) = started else {
      close(ends[1])
      if case .failure(let fault) = started { return .notStarted(Self.reason(fault.code)) }
      return .notStarted("")
    }
    return wait(for: process, feeding: input, into: ends[1])
  }

  private struct StartFault: Error {
    let code: CInt
  }

  private func start(input: CInt) -> Result<pid_t, StartFault> {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    if showsOutput {
      unsafe posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    } else {
      for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
        unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
      }
    }
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    for signal in [SIGPIPE, SIGINT, SIGTERM] { unsafe sigaddset(&usual, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var process = pid_t()
    let code = unsafe posix_spawnp(
      &process, arguments[0], &actions, &attributes, &words, environ)
    return code == 0 ? .success(process) : .failure(StartFault(code: code))
  }

  private func wait(for process: pid_t, feeding input: [UInt8], into pipe: CInt) -> End {
    let deadline = ContinuousClock.now + limit
    var rest = input[...]
    var isOpen = true
    func closeInput() {
      if isOpen { close(pipe) }
      isOpen = false
    }
    defer { closeInput() }
    if rest.isEmpty { closeInput() }
    while true {
      if isOpen { Self.feed(&rest, into: pipe) }
      if rest.isEmpty { closeInput() }
      var status: CInt = 0
      if unsafe waitpid(process, &status, WNOHANG) == process { return Self.end(status) }
      if ContinuousClock.now >= deadline {
        Self.end(process, &status)
        return .tooLong
      }
      usleep(Self.pause)
    }
  }

  /// Microseconds between two looks.
  private static let pause: UInt32 = 10_000
  /// Looks that a program has to end by itself when asked to.
  private static let patience = 100

  /// Hands over what there is room for; a program that reads nothing gets nothing.
  private static func feed(_ rest: inout ArraySlice<UInt8>, into pipe: CInt) {
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          unsafe Darwin.write(pipe, buffer.baseAddress, buffer.count)
        #else
          unsafe Glibc.write(pipe, buffer.baseAddress, buffer.count)
        #endif
      }
      guard count > 0 else {
        if errno == EPIPE { rest = [] }
        return
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Ends a program and what it started: asks first, then does not ask.
  private static func end(_ process: pid_t, _ status: inout CInt) {
    kill(-process, SIGTERM)
    for _ in 0..<patience {
      if unsafe waitpid(process, &status, WNOHANG) == process {
        kill(-process, SIGKILL)
        return
      }
      usleep(pause)
    }
    kill(-process, SIGKILL)
    unsafe waitpid(process, &status, 0)
  }

  private static func end(_ status: CInt) -> End {
    status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }

  private static func reason(_ code: CInt) -> String {
    unsafe String(cString: strerror(code))
  }
}
