import QuerySyntax
import SourceText
import Testing

@Suite("Faults of the text")
struct FaultTests {
  @Test(
    "One slip is one fault, at its place",
    arguments: [
      ("p | sum a bij b", "unknown-clause @bij"),
      ("p | sum a whitin b", "unknown-clause @whitin"),
      ("p | sum a b", "unknown-clause @b"),
      ("p | sum a `b`", "unknown-clause @`b`"),
      ("p | sum a 5", "missing-comma @5"),
      ("p | sum f(a b)", "unclosed-bracket @b"),
      ("p | where x in [1 2]", "unclosed-bracket @2"),
      ("p where x = 1", "missing-pipe @where"),
      ("p | where x = 1 sum y", "missing-pipe @sum"),
      ("p | join csv \"f\" on k", "missing-comma @\"f\""),
      ("p | sum a,", "missing-item @,"), ("p | sum a, | take 5", "missing-item @,"),
      ("p | sum a, by b", "missing-item @,"), ("p | sum , a", "missing-item @,"),
      ("p | sum a,, b", "missing-item @,"), ("p | sum a,,,", "missing-item @,"),
      ("p | sum ,", "missing-item @,"), ("p | sum a by", "unexpected-end @"),
      ("p | sum a by | take 5", "unexpected-word @|"), ("p | sum a by, b", "missing-item @,"),
      ("p | sum a, by 5", "missing-comma @5"), ("p | sum a, by b, c by d", "missing-item @,"),
      ("let x = [1,,2]", "unexpected-word @,"), ("let x = [,]", "unexpected-word @,"),
      ("let x = f(,1)", "unexpected-word @,"), ("let x = f(1,,2)", "unexpected-word @,"),
      ("let x = (", "unexpected-end @"), ("let x = ()", "unexpected-word @)"),
      ("let x = (1", "unclosed-bracket @("), ("let x = f(1; q", "unclosed-bracket @("),
      ("let x = [1, 2", "unclosed-bracket @["), ("let x = (1]", "unclosed-bracket @]"),
      ("let x = 1)", "unopened-bracket @)"), ("p | take 5)", "unopened-bracket @)"),
      ("p | take 5]", "unopened-bracket @]"), ("p | where a ) = 1 | take 5", "unopened-bracket @)"),
      ("p | where x = \"Utrecht", "unclosed-text @\"Utrecht"),
      ("p | where x = \"Utrecht\\", "unclosed-text @\"Utrecht\\"),
      ("p | where x = \"\\u{41", "unclosed-text @\"\\u{41"),
      ("p | select `a b, c", "unclosed-name @`a b, c"), ("p | select ``", "empty-name @``"),
      ("p | where a = b = c", "comparison-chain @="),
      ("p | where a = b = c = d", "comparison-chain @="),
      ("p | where 1 < x < 5", "comparison-chain @<"),
      ("p | where x = y is missing", "comparison-chain @is"),
      ("p | where x = 'Utrecht' and y", "single-quote @'Utrecht'"),
      ("p | where x = 's-Gravenhage | take 5", "single-quote @'s-Gravenhage "),
      ("p | where x = “Utrecht” and y", "typographic-quote @“Utrecht”"),
      ("p | where x = „Utrecht” and y", "typographic-quote @„Utrecht”"),
      ("p | where x = “Utrecht", "typographic-quote @“Utrecht"),
      ("p | where a && b", "foreign-operator @&&"), ("p | where a || b", "foreign-operator @||"),
      ("p | where f(a && b) | take 5", "foreign-operator @&&"),
      ("p | where a <> b", "foreign-operator @<>"), ("p | where !a", "foreign-operator @!"),
      ("p | where a % 2 = 0", "foreign-operator @%"), ("p | where a ≥ 2", "foreign-operator @≥"),
      ("p | where a − 2 > b", "foreign-operator @−"), ("p | where a => 2", "foreign-operator @=>"),
      ("p | where {a} = 1", "unknown-character @{"), ("{p} | take 5", "unknown-character @{"),
      ("p | where a ~ b", "unknown-character @~"), ("p.q | take 5", "unexpected-word @."),
      ("p | where a = 5.", "unknown-character @."),
      ("p\u{A0}| take 5", "unknown-character @\u{A0}"),
      ("\0\0\0", "unknown-character @\0\0\0"), ("p\u{2028}q", "unknown-character @\u{2028}"),
      ("p # x\r| take 5", "unknown-character @\r"), ("p | take 12abc", "number-format @12abc"),
      ("p | take 1e5", "number-format @1e5"), ("p | take 1_", "number-format @1_"),
      ("p | take 9223372036854775808", "integer-range @9223372036854775808"),
      ("p | where y = @2020-13", "unknown-period @@2020-13"),
      ("p | where y = @", "unknown-period @@"),
      ("p | where y = @2021-02-29", "unknown-period @@2021-02-29"),
      ("p | where y = @2020Q5", "unknown-period @@2020Q5"),
      ("print \"a\\qb\"", "unknown-escape @\\q"), ("print \"\\u41\"", "unknown-escape @\\u"),
      ("print \"\\u{+41}\"", "unknown-escape @\\u{"),
      ("print \"\\u{D800}\"", "unknown-escape @\\u{D800}"),
      ("print \"\\é\"", "unknown-escape @\\é"),
      ("p | where $ = 1", "parameter-name @$"), ("p | where $1 = 1", "parameter-name @$1"),
      ("p | 5", "unexpected-word @5"), ("p | | take 5", "unexpected-word @|"),
      ("p |", "unexpected-end @"),
      ("5 | take 5", "unexpected-word @5"), ("p | where x is 5", "unexpected-word @5"),
      ("p | where if a then b", "unexpected-end @"), ("p | where if a b", "unexpected-word @b"),
      ("p | where a = ", "unexpected-end @"), ("p | where a = and b", "unexpected-word @and"),
      ("p | where and", "unexpected-word @and"), ("p | where a: 5", "unexpected-word @:"),
      ("p | take 5 = 3: 2", "unexpected-word @:"), ("p | rename a, b = c = ", "unexpected-end @"),
      ("let", "no fault"), ("let 5 = 3", "unexpected-word @5"), ("let x", "unexpected-end @"),
      ("let x: 5", "unexpected-word @:"), ("let x = 5 6", "unexpected-word @6"),
      ("let and = 5", "unexpected-word @and"), ("let x = p where a", "unexpected-word @where"),
      ("param x = 5", "unexpected-word @="), ("param x: 5", "unexpected-word @5"),
      ("param x:", "unexpected-end @"), ("param x: text \"a\"", "unexpected-word @\"a\""),
      ("def f = 5", "unexpected-word @="), ("def f(1) = 5", "unexpected-word @1"),
      ("def f(a) 5", "unexpected-word @5"), ("def f(a", "unexpected-end @"),
      ("use other", "unexpected-word @other"), ("use \"a\" \"b\"", "unexpected-word @\"b\""),
      ("data x = 5", "unexpected-word @5"), ("data x csv \"f\"", "unexpected-word @csv"),
      ("data x = csv \"f\" kee a", "unknown-clause @kee"),
      ("data x = csv \"f\" key", "unexpected-end @"),
      ("data x = csv \"f\" | take 5", "unexpected-word @|"), ("print", "no fault"),
      ("print )", "unexpected-word @)"), ("print 1 2", "unexpected-word @2"),
    ])
  func single(text: String, expected: String) {
    let found = faults(text)
    #expect(found == (expected == "no fault" ? [] : [expected]))
    #expect(parse(text).diagnostics.allSatisfy { !$0.message.isEmpty && $0.phase == .check })
  }

  @Test("Reading goes on behind a fault, and each fault is reported once, in order")
  func several() {
    let text = """
      p | sum a bij b | wher x = 'y' | where z = @2020-13
      let 5 = 3
      q | where a && b <> c | take (
      """
    #expect(
      faults(text) == [
        "unknown-clause @bij", "single-quote @'y'", "unknown-period @@2020-13",
        "unexpected-word @5", "foreign-operator @&&", "foreign-operator @<>", "unexpected-end @",
      ])
  }

  @Test("What was meant by a foreign spelling is read on with")
  func meant() {
    #expect(
      TreeText.text(of: parse("p | where !a && b <> 'x' || c % 2 ≤ “y”"))
        == ["p | where (or (and (not a) (!= b \"x\")) (<= (mod c 2) \"y\"))"])
  }

  @Test(
    "Too deep or too long is one fault and no crash",
    arguments: [
      String(repeating: "(", count: 10_000), String(repeating: "[", count: 10_000),
      String(repeating: "f(", count: 10_000), String(repeating: "-", count: 10_000) + "x",
      String(repeating: "not ", count: 10_000) + "x",
      String(repeating: "2^", count: 20_000) + "2",
      String(repeating: "1 + ", count: 100_000) + "1",
      String(repeating: "a = b and ", count: 10_000) + "c",
      String(repeating: "a + (", count: 10_000), String(repeating: "..", count: 10_000),
      String(repeating: "if a then ", count: 10_000),
      String(repeating: "x or 1 + 2 * (", count: 10_000),
    ])
  func deep(piece: String) {
    for text in ["let x = \(piece)", "p | where \(piece) | take 5", piece] {
      let script = parse(text + "\nq")
      #expect((1...2).contains(script.diagnostics.count))
      _ = TreeText.text(of: script)
      #expect(Set(script.statements).count == script.statements.count)
    }
  }

  @Test("A tree as tall as allowed is printed and compared")
  func tall() {
    let nested = String(repeating: "(1 + ", count: 90) + "1" + String(repeating: ")", count: 90)
    let chain = Array(repeating: nested, count: 60).joined(separator: " + ")
    let script = parse("let x = " + chain)
    #expect(script.diagnostics.isEmpty)
    #expect(TreeText.text(of: parse(printed("let x = " + chain))) == TreeText.text(of: script))
  }

  @Test(
    "A line of a megabyte is read in one go",
    arguments: [
      "p | where a = \"" + String(repeating: "x", count: 1_000_000),
      String(repeating: "x", count: 1_000_000) + " | " + String(repeating: "y", count: 1_000_000),
      "p | take 5 " + String(repeating: "z", count: 1_000_000),
      "p | select " + String(repeating: "a, ", count: 50_000) + "b",
      "let x = [" + String(repeating: "1, ", count: 50_000) + "2",
      "#" + String(repeating: "x", count: 1_000_000), String(repeating: "{ } ", count: 20_000),
      String(repeating: "\0", count: 1_000_000),
      "p | where a = " + String(repeating: "9", count: 1_000_000),
      String(repeating: "\"a\" ", count: 40_000), String(repeating: "p;", count: 40_000),
    ])
  func long(text: String) {
    let script = parse(text)
    for fault in script.diagnostics.prefix(3) {
      #expect(DiagnosticRenderer().text(of: fault).utf8.count < 1500)
    }
  }
}
