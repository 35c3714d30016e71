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
  private static let barWidth = 20
  /// One to seven eighths of a column.
  private static let blocks: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

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
      let text = Self.text(step, part)
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

  /// The step, and a bar with the part of it that is done.
  private static func text(_ step: String, _ part: Double?) -> String {
    guard let part else { return cut(step, to: width) }
    let done = min(max(part, 0), 1)
    let eighths = Int(done * Double(barWidth * 8))
    let full = String(repeating: "█", count: eighths / 8)
    let next = eighths % 8 > 0 ? String(blocks[eighths % 8 - 1]) : ""
    let rest = String(repeating: "░", count: barWidth - eighths / 8 - next.count)
    let bar = " \(full)\(next)\(rest) \(Int(done * 100))%"
    return cut(step, to: width - bar.count) + bar
  }

  /// A text without what a terminal would obey, not longer than a line.
  private static func cut(_ text: String, to width: Int) -> String {
    let visible = String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    return visible.count <= width ? visible : visible.prefix(width - 1) + "…"
  }
}
