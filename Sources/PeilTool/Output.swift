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

  /// Writes text to standard output; when the reader is gone the program ends quietly.
  static func write(_ text: String) {
    guard writeAll(text, to: STDOUT_FILENO) else {
      if errno == EPIPE { exit(ExitCode.done.rawValue) }
      error("error: standard output cannot be written\n")
      exit(ExitCode.output.rawValue)
    }
  }

  /// Writes text to standard error.
  static func error(_ text: String) {
    _ = writeAll(text, to: STDERR_FILENO)
  }

  /// Shows every fault and ends with the exit code of the first.
  static func fail(_ fault: PeilError) -> Never {
    error(fault.description)
    exit(fault.exitCode)
  }

  private static func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          unsafe Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}
