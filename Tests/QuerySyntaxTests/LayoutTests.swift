import QuerySyntax
import Testing

@Suite("Where statements end")
struct LayoutTests {
  @Test(
    "Line ends, semicolons, brackets, operators and indentation",
    arguments: [
      ("p\nq", ["p", "q"]), ("p;q", ["p", "q"]), ("p;;\n; q;", ["p", "q"]),
      ("p\r\nq\r\n", ["p", "q"]), ("\u{FEFF}p\nq", ["p", "q"]), ("", []), ("\n \n# x\n", []),
      ("p\n| take 5", ["p | take 5"]), ("p\n  | take 5", ["p | take 5"]),
      ("p |\ntake 5", ["p | take 5"]), ("  p\n| take 5\n  q", ["p | take 5", "q"]),
      ("p | sum a,\nb", ["p | sum a b"]), ("p | sum a\n  by b", ["p | sum a /by b"]),
      ("p | sum a\n\n# remark\n\n  by b", ["p | sum a /by b"]),
      ("p\n\n# remark\n| take 5\nq", ["p | take 5", "q"]),
      ("let x = 1 +\n2", ["value x (+ 1 2)"]), ("let x = 1\n+ 2", ["value x 1", "fault"]),
      ("let x =\n1", ["value x 1"]), ("let x = a or\nb", ["value x (or a b)"]),
      ("let x = not\nb", ["value x (not b)"]), ("let x = f(\n1,\n2\n)", ["value x f(1 2)"]),
      ("let x = [1,\n2]\nq", ["value x [1 2]", "q"]),
      ("p | select a..\nq", ["p | select (.. a -)", "q"]),
      ("p | select a..\n  | take 5", ["p | select (.. a -) | take 5"]),
      ("p | where a # x |\nq", ["p | where a", "q"]), ("p | # x\ntake 5", ["p | take 5"]),
      ("p; | take 5", ["p", "<last> | take 5"]), ("p # x\n  ; q", ["p", "q"]),
      ("\tp\n\t\t| take 5\n\tq", ["p | take 5", "q"]),
      ("if_a\nq", ["if_a", "q"]), ("let x = true\nq", ["value x true", "q"]),
    ])
  func ends(text: String, expected: [String]) {
    let script = parse(text)
    guard !expected.contains("fault") else {
      #expect(script.diagnostics.count == 1)
      return
    }
    #expect(script.diagnostics.isEmpty)
    #expect(TreeText.text(of: script) == expected)
  }

  @Test(
    "The prompt waits for more in brackets and behind operators, pipes and commas",
    arguments: [
      "p |", "p | # x", "p | sum a,", "p | where a =", "p | where not", "p | where a in",
      "p | where x is", "f(", "let x = [1", "let x = f(1,\n\n", "p | where (a or b", "let x =",
      "param t:", "p | sum a,\n# x\n", "p | where if a then", "(p | take 5", "|",
    ])
  func incomplete(text: String) {
    #expect(parse(text).isIncomplete)
  }

  @Test(
    "The prompt does not wait behind a statement, nor when waiting cannot mend it",
    arguments: [
      "", "p", "p | take 5", "p | select a..", "p;", "p | count by", "# x", "let x",
      "p | where a )",
      "let x = \"abc", "let x = f('a", "let x = true", "p | sum missing", "p | sum a, ;",
      "f(;", "p | sum `a", "if a then b",
    ])
  func complete(text: String) {
    #expect(!parse(text).isIncomplete)
  }
}
