#if canImport(CReadline)
  import CReadline
#endif

/// Ctrl-C and the other signals of the terminal, for the whole process.
///
/// The handler stores a flag and writes a byte into a pipe, nothing else. Without the C target
/// the signals keep their usual effect.
package enum Interrupts {
  /// What ended a wait.
  package enum Event: Equatable, Sendable {
    case input
    case interrupt
    case resize
    case end
  }

  /// Catches Ctrl-C and changes of the terminal's size from here on.
  package static func install() {
    #if canImport(CReadline)
      _ = cr_signals_install()
    #endif
  }

  /// Catches Ctrl-C while `body` runs, so that it only raises ``isPending``: for programs that are
  /// no prompt. Where Ctrl-C is ignored it stays so.
  package static func catching<Result>(_ body: () throws -> Result) rethrows -> Result {
    #if canImport(CReadline)
      cr_interrupts_catch()
      defer { cr_interrupts_release() }
    #endif
    return try body()
  }

  /// The same for the signal that asks a program to end, as a system that shuts down sends it.
  package static func catchingTermination<Result>(_ body: () throws -> Result) rethrows -> Result {
    #if canImport(CReadline)
      cr_termination_catch()
      defer { cr_termination_release() }
    #endif
    return try catching(body)
  }

  /// Whether the system asked the program to end.
  package static var isTermination: Bool {
    #if canImport(CReadline)
      cr_terminated() != 0
    #else
      false
    #endif
  }

  /// Whether Ctrl-C was pressed since the last `clear()`.
  package static var isPending: Bool {
    #if canImport(CReadline)
      cr_interrupted() != 0
    #else
      false
    #endif
  }

  /// Forgets a Ctrl-C.
  package static func clear() {
    #if canImport(CReadline)
      cr_interrupt_clear()
    #endif
  }

  /// Waits until standard input can be read or a signal comes in.
  package static func wait() -> Event {
    #if canImport(CReadline)
      switch cr_wait(0) {
      case CR_WAIT_INPUT: .input
      case CR_WAIT_INTERRUPT: .interrupt
      case CR_WAIT_RESIZE, CR_WAIT_SUSPEND: .resize
      default: .end
      }
    #else
      .input
    #endif
  }
}
