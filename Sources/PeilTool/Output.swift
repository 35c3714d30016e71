import Interactive
import Peil
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writing to standard output and standard error.
enum Output {
  /// A reader that goes away, as in `| head`, is no fault: writing tells it, no signal.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// How far a run is, for who looks on; taken back before anything else is written.
  static let progress = ProgressLine.standard()

  /// Runs a body that Ctrl-C ends with a fault of phase `interrupted`, and lets `options` tell how
  /// far it is.
  static func watching(_ session: Session, _ body: () throws -> Void) rethrows {
    session.options.isCancelled = { Interrupts.isPending }
    if let progress { session.options.watch = { progress.show($0, $1) } }
    progress?.begin()
    try Interrupts.catching(body)
    progress?.clear()
    stopWhenInterrupted()
  }

  /// Ends the program when Ctrl-C was pressed.
  private static func stopWhenInterrupted() {
    guard Interrupts.isPending else { return }
    exit((Interrupts.isTermination ? ExitCode.terminated : .interrupted).rawValue)
  }

  /// Writes text to standard output; when the reader is gone the program ends quietly.
  static func write(_ text: String) {
    progress?.clear()
    guard writeAll(text, to: STDOUT_FILENO) else {
      if errno == EPIPE { exit(ExitCode.done.rawValue) }
      error("error: standard output cannot be written\n")
      exit(ExitCode.output.rawValue)
    }
  }

  /// Writes text to standard error.
  static func error(_ text: String) {
    progress?.clear()
    _ = writeAll(text, to: STDERR_FILENO)
  }

  /// A file that grows beyond what a user may write is a fault of writing, no signal.
  static func ignoreFullFiles() {
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Whether a person reads standard output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Ends the program; a code that tells of an interruption says by whom.
  static func end(_ code: Int32) -> Never {
    stopWhenInterrupted()
    exit(code)
  }

  /// Shows every fault and ends with the exit code of the first.
  static func fail(_ fault: PeilError) -> Never {
    error(fault.description)
    exit(fault.exitCode)
  }

  /// Milliseconds between two looks whether to stop.
  private static let pause: Int32 = 50

  private static func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var room = WritingRoom(descriptor, for: bytes.count)
      var place = 0
      while place < bytes.count {
        // A reader that takes nothing must not keep Ctrl-C from ending the program.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        while unsafe poll(&waiting, 1, pause) == 0 { stopWhenInterrupted() }
        stopWhenInterrupted()
        let size = min(bytes.count - place, room.size())
        let piece = unsafe UnsafeBufferPointer(rebasing: bytes[place..<(place + size)])
        #if canImport(Darwin)
          let count = unsafe Darwin.write(descriptor, piece.baseAddress, size)
        #elseif canImport(Musl)
          let count = unsafe Musl.write(descriptor, piece.baseAddress, size)
        #else
          let count = unsafe Glibc.write(descriptor, piece.baseAddress, size)
        #endif
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        place += count
      }
      return true
    }
  }
}
