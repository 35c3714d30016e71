import Interactive
import Synchronization
import Testing

/// The line that says how far a long run is comes late and leaves nothing behind.
@Suite struct ProgressLineTests {
  private final class Screen: Sendable {
    private let content = Mutex("")
    var text: String { content.withLock { $0 } }
    func write(_ text: String) { content.withLock { $0 += text } }
  }

  private static let erasure = "\r\u{1B}[K"

  private func line(_ body: (ProgressLine, ContinuousClock.Instant) -> Void) -> String {
    let screen = Screen()
    let start = ContinuousClock.now
    let line = ProgressLine { screen.write($0) }
    line.begin(at: start)
    body(line, start)
    return screen.text
  }

  @Test func saysNothingOfAShortRun() {
    let written = line { line, start in
      line.show("read", 0.5, at: start)
      line.show("read", 0.9, at: start + .milliseconds(499))
      line.clear()
    }
    #expect(written == "")
  }

  @Test func saysHowFarALongRunIsOnceForEachStep() {
    let written = line { line, start in
      line.show("read", 0.25, at: start + .milliseconds(500))
      line.show("read", 0.2501, at: start + .milliseconds(510))
      line.show("sort", nil, at: start + .milliseconds(520))
      line.clear()
      line.clear()
    }
    let erased = Self.erasure
    let bar = "█████" + String(repeating: "░", count: 15)
    #expect(written == "\(erased)read \(bar) 25%\(erased)sort\(erased)")
  }

  @Test func waitsAgainForTheNextRun() {
    let written = line { line, start in
      line.begin(at: start + .seconds(9))
      line.show("read", nil, at: start + .seconds(9) + .milliseconds(10))
    }
    #expect(written == "")
  }

  @Test(
    arguments: [
      ("", nil, ""),
      ("read", -1.0, "\rE[Kread ░░░░░░░░░░░░░░░░░░░░ 0%"),
      ("read", 7.0, "\rE[Kread ████████████████████ 100%"),
      ("read", 0.3875, "\rE[Kread ███████▊░░░░░░░░░░░░ 38%"),
      ("a\r\n\u{1B}[31mb\u{7F}", nil, "\rE[Ka[31mb"),
      (
        String(repeating: "x", count: 90), 0.5,
        "\rE[K" + String(repeating: "x", count: 34) + "… ██████████░░░░░░░░░░ 50%"
      ),
    ] as [(String, Double?, String)])
  func keepsToOneLine(step: String, part: Double?, expected: String) {
    let written = line { line, start in line.show(step, part, at: start + .seconds(1)) }
    let shown = String(written.map { $0 == "\u{1B}" ? "E" : $0 })
    #expect(shown == expected)
  }
}
