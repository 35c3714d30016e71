import FoundationEssentials
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line on standard error that says how far a long run is, where a person looks on.
///
/// It appears after half a second and is gone before anything else is written. On what is no
/// terminal nothing appears at all.
package final class ProgressLine: Sendable {
  private let state: Mutex<State>
  private let write: @Sendable (String) -> Void

  private struct State {
    var start = ContinuousClock.now
    var shown: String?
  }

  private static let wait = Duration.milliseconds(500)
  /// The widest line: half of it is enough for most terminals.
  private static let width = 60

  /// Makes a line that is written with `write`.
  package init(write: @escaping @Sendable (String) -> Void) {
    self.write = write
    state = Mutex(State())
  }

  /// The line of standard error, or nil when that is no terminal that can take a line back.
  package static func standard() -> ProgressLine? {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    guard isatty(2) == 1, !terminal.isEmpty, terminal != "dumb" else { return nil }
    return ProgressLine { Console.standard.promptAside($0) }
  }

  /// Starts the half second anew.
  package func begin(at now: ContinuousClock.Instant = .now) {
    clear()
    state.withLock { $0.start = now }
  }

  /// Says which step runs, and the part of it that is done, from 0 to 1, when that is known.
  package func show(_ step: String, _ part: Double?, at now: ContinuousClock.Instant = .now) {
    state.withLock { state in
      guard !step.isEmpty, now - state.start >= Self.wait else { return }
      let percentage = part.map { " \(Int(min(max($0, 0), 1) * 100))%" } ?? ""
      let text = Self.cut(step, to: Self.width - percentage.count) + percentage
      guard text != state.shown else { return }
      state.shown = text
      write("\r\u{1B}[K" + text)
    }
  }

  /// Takes the line back.
  package func clear() {
    state.withLock { state in
      if state.shown != nil { write("\r\u{1B}[K") }
      state.shown = nil
    }
  }

  /// A text without what a terminal would obey, not longer than a line.
  private static func cut(_ text: String, to width: Int) -> String {
    let visible = String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    return visible.count <= width ? visible : visible.prefix(width - 1) + "…"
  }
}
