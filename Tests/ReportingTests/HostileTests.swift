import Columnar
import Reporting
import SourceText
import Testing

/// Texts nobody should write: a report is made or a fault is shown, and nothing else happens.
@Suite struct HostileTests {
  private static let pieces = [
    "{{", "}}", "{{ x }}", "{{ figure a }}", "\\", "`", "``", "```", "~~~", "```peil a\n",
    "```peil\n",
    "\n", "\n\n", "\r", "\r\n", "---\n", "title: x\n", "---", "# ", "## ", "> ", "- ", "1. ", "|",
    "|---|\n",
    "[^a]", "[^a]: ", "[a](b)", "![a](b.png)", "<b>", "<!--", "-->", "*", "_", "\u{0}", "\u{FEFF}",
    "é", "👩‍👩‍👧", "\u{E000}", "\u{202E}", ":", "\"", "(", "[", "]", " ", "\t", "bars\n", "table\n",
    "www.x.nl",
    "a@b.nl", "&amp;", "&", "<", "    ",
  ]

  /// A fixed generator: the same texts on every run.
  private struct Sequence {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  @Test(arguments: 0..<40)
  func randomTextsNeverTrap(seed: Int) throws {
    var sequence = Sequence(state: UInt64(seed) &* 977 &+ 1)
    var made = 0
    for _ in 0..<50 {
      var text = sequence.next(below: 8) == 0 ? "" : "---\ntitle: T {{ x }}\n---\n"
      for _ in 0..<sequence.next(below: 30) {
        text += Self.pieces[sequence.next(below: Self.pieces.count)]
      }
      let session = FakeSession.knowing(("x", .text("<x> & \"{{ x }}\"")))
      do {
        let rendered = try Samples.report(text).rendered(in: session, engineVersion: "1")
        let html = rendered.text("proef.html")
        let body = html.split(separator: "</head>").last ?? ""
        #expect(!body.contains("<b>") && !body.contains("<x>"), "\(text)")
        made += 1
      } catch let fault as Diagnostics {
        #expect(!fault.list.isEmpty)
        for diagnostic in fault.list {
          #expect(DiagnosticRenderer().text(of: diagnostic).hasPrefix("error: "))
        }
      }
    }
    #expect(made > 0)
  }

  @Test(arguments: ["\n", "\r\n"])
  func lineEndsDoNotMatter(lineEnd: String) throws {
    let text = "---\ntitle: T\n---\n\na\n\n```peil b\ntable\n```\n\n{{ table b }}\n"
    let report = try Samples.report(text.replacing("\n", with: lineEnd))
    #expect(report.blocks.map(\.name) == ["b"])
  }

  @Test func byteOrderMarkIsPassedOver() throws {
    #expect(try Samples.report("\u{FEFF}---\ntitle: T\n---\na\n").blocks.isEmpty)
  }

  @Test func longReportIsMadeInReasonableTime() throws {
    let body = String(repeating: "a *b* {{ x }} `c` [^n] \\{{ d\n\n", count: 2000) + "[^n]: n\n"
    #expect(try Samples.page(body, .knowing(("x", .integer(1)))).utf8.count > 100_000)
  }
}
