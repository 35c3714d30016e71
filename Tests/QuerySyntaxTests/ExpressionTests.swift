import QuerySyntax
import SourceText
import Testing

@Suite("Expressions")
struct ExpressionTests {
  @Test(
    "Operators bind and group as the language page says",
    arguments: [
      ("a or b and c", "(or a (and b c))"),
      ("a and b or c", "(or (and a b) c)"),
      ("not a = b", "(not (= a b))"),
      ("not a and b", "(and (not a) b)"),
      ("a = not b and c", "(and (= a (not b)) c)"),
      ("a in [1, 2] and b", "(and (in a [1 2]) b)"),
      ("a not in 1..3", "(not in a (.. 1 3))"),
      ("a not in 1..3 or b", "(or (not in a (.. 1 3)) b)"),
      ("x is not missing", "(is not missing x)"),
      ("x is suppressed and y", "(and (is suppressed x) y)"),
      ("x + 1 is missing", "(is missing (+ x 1))"),
      ("x ?? 0 + 1", "(?? x (+ 0 1))"),
      ("x ?? y ?? 0", "(?? (?? x y) 0)"),
      ("a..b ?? c", "(.. a (?? b c))"),
      ("1 - 2 - 3", "(- (- 1 2) 3)"),
      ("1 - 2 ++ 3", "(++ (- 1 2) 3)"),
      ("1 + 2 * 3", "(+ 1 (* 2 3))"),
      ("8 div 3 mod 2 / 1 * 5", "(* (/ (mod (div 8 3) 2) 1) 5)"),
      ("2^3^2", "(^ 2 (^ 3 2))"),
      ("-x^2", "(- (^ x 2))"),
      ("-x * y", "(* (- x) y)"),
      ("2^-3", "(^ 2 (- 3))"),
      ("2^-3^2", "(^ 2 (- (^ 3 2)))"),
      ("--x", "(- (- x))"),
      ("+x - -y", "(- (+ x) (- y))"),
      ("(1 + 2) * 3", "(* (+ 1 2) 3)"),
      ("a == b", "(= a b)"), ("a != b", "(!= a b)"), ("a<=b", "(<= a b)"),
      ("a = b and b = c", "(and (= a b) (= b c))"),
      ("(a = b) = c", "(= (= a b) c)"),
      ("a + 1 < b * 2", "(< (+ a 1) (* b 2))"),
      ("if a then b else c + 1", "(if a b (+ c 1))"),
      ("if a then if b then 1 else 2 else 3", "(if a (if b 1 2) 3)"),
    ])
  func precedence(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(
    "Literals, names and calls",
    arguments: [
      ("12", "12"), ("1_000", "1000"), ("0.5", "0.5~0.5"), ("1_000.50", "1000.5~1000.50"),
      ("007", "fault: a number does not begin with 0"),
      ("9223372036854775807", "9223372036854775807"),
      ("true", "true"), ("false", "false"), ("missing", "missing"),
      ("[]", "[]"), ("[a, b,]", "[a b]"), ("[1..3, 5]", "[(.. 1 3) 5]"),
      ("2015..2024", "(.. 2015 2024)"), ("2015 .. 2024", "(.. 2015 2024)"),
      ("1.5..2.5", "(.. 1.5~1.5 2.5~2.5)"), ("a..", "(.. a -)"), ("..b", "(.. - b)"),
      ("@2020", "@year:2020"), ("@2020Q1", "@quarter:2020Q1"), ("@2020-05", "@month:2020-05"),
      ("@2020-05-01", "@day:2020-05-01"), ("@2014..@2019", "(.. @year:2014 @year:2019)"),
      ("@2020-05..@2020-07", "(.. @month:2020-05 @month:2020-07)"),
      (#""a\"b\\c\n\t\u{e9}\u{1F600}""#, #""a"b\c<10><9><233><128512>""#),
      (#""'s-Gravenhage # no comment""#, #""'s-Gravenhage # no comment""#),
      ("`any name`", "`any name`"), ("`and`", "`and`"), ("$theme", "$theme"),
      ("cliënten_2020", "cliënten_2020"), ("m²", "m²"), ("_", "_"),
      ("count()", "count()"), ("f(x, 1)", "f(x 1)"), ("f(x,)", "f(x)"),
      ("mean(rate, weight: n + 1)", "mean(rate weight: (+ n 1))"),
      ("f(`any name`: 1)", "f(any name: 1)"),
      ("case(a, 1, else: 2)", "case(a 1 else: 2)"),
      ("f(a..b)", "f((.. a b))"),
      ("(population | take 5)", "{population | take 5}"),
      ("f((population | take 5))", "f({population | take 5})"),
      ("population | take 5", "{population | take 5}"),
      ("csv \"f.csv\" delimiter \";\"", "{csv \"f.csv\" /delimiter \";\"}"),
      ("csv $path", "{csv $path}"),
      ("x in (population | select a)", "(in x {population | select a})"),
      ("(population) | take 5", "{{population} | take 5}"),
      ("((population | take 5))", "{population | take 5}"),
    ])
  func primaries(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(
    "What is no expression is a fault",
    arguments: ["", "a b", "a; b", "+", "a +", "f(", "a = ", "| take 5", "if a then b", "x is 5"])
  func faulty(text: String) {
    let file = SourceFile(name: "test.peil", text: text)
    #expect(Parser.expression(in: file, vocabulary: words).diagnostics.count == 1)
  }
}
