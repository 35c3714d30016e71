import Interactive
import Peil
import Testing

/// What every part of an entry is coloured as, with the language and its data behind it.
@Suite struct EntryColourTests {
  private let session = EngineSession(Session())

  private func styles(_ text: String, in session: EngineSession) -> String {
    let bytes = Array(text.utf8)
    return session.styles(of: text).map { part in
      "\(part.style.rawValue) \(String(decoding: bytes[part.range], as: UTF8.self))"
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    ("population | where year = 2020", "table population, verb where, number 2020"),
    ("population | sum inhabitants by province", "table population, verb sum, clause by"),
    (
      "_ | derive a = round(x, 1) and true",
      "table _, verb derive, function round, number 1, clause and, clause true"
    ),
    ("csv \"é.csv\" # and now", "verb csv, text \"é.csv\", comment # and now"),
    ("# only this", "comment # only this"),
    ("let a = 1\na | take $n", "verb let, number 1, table a, verb take, parameter $n"),
    ("let t = population | take 3", "verb let, table population, verb take, number 3"),
    ("def f(x) = x\nprint f(2)", "verb def, function f, verb print, function f, number 2"),
    ("population | joinn crime | take 1", "table population, fault joinn, verb take, number 1"),
    ("populaton | take 1", "fault populaton, verb take, number 1"),
    ("population | derive a = sm(x) ", "table population, verb derive, fault sm"),
    // What is being typed may still become something.
    ("popu", ""), ("population | whe", "table population"), ("popu ", "fault popu"),
    ("| take 3", "verb take, number 3"), ("", ""), ("\"", "fault \""),
  ])
  func parts(text: String, expected: String) {
    #expect(styles(text, in: session) == expected)
  }

  @Test func whatTheSessionDefinedIsKnown() {
    let session = EngineSession(Session())
    let cancellation = CancellationFlag()
    let defined = "let mine = population | take 1\ndef twice(x) = 2 * x"
    let done = session.run(defined, in: RunContext(cancellation: cancellation, screen: nil))
    #expect(done.outcome == .succeeded)
    let seen = styles("mine | derive a = twice(year)", in: session)
    #expect(seen == "table mine, verb derive, function twice")
  }
}
