import QuerySyntax
import SourceText
import Testing

@Suite("The canonical form")
struct PrinterTests {
  @Test(
    "What is printed reads back as the same tree, and prints the same",
    arguments: [
      "p|sum a  by b,c", "p | where (a = 1) and (b = 2) or c", "p | where a and (b or c)",
      "let x = ((1))+((2*3))", "let x = (1+2)*3", "let x = 1-(2-3)", "let x = (2^3)^2",
      "let x = 2^(3^2)", "let x = (-x)^2", "let x = -(x^2)", "let x = - - x", "let x = + +x",
      "let x = -+x", "let x = a - +(+b)", "let x = a..(+(+b))", "let x = 2^(-3)",
      "let x = not (a = b)", "let x = (not a) = b", "let x = (a is missing) = b",
      "let x = (a..) is missing", "let x = (a..) not in b", "let x = (1..2)..3",
      "let x = 1..(2..3)",
      "let x = (if a then b else c) + 1", "let x = 1 + (if a then b else c)",
      "let x = a ?? (b ?? c)",
      "p | derive (x = 3)", "p | derive (x = 3) and y", "p | derive x == 3 or y = 4 by k",
      "p | derive (x = 3) + 1", "p | derive a = (b = c)", "p | derive replace (x = 3)",
      "p | count by (-x), y", "p | count by (..x)", "p | unpivot a.. as (-x)", "p | count by",
      "p | count (by) by x", "p | count (by) of x by y", "p | count by (of) of x",
      "p | count by (of + 1)", "p | count by of", "p | sum a, (by) of x",
      "p | sum a, (by) by b", "p | top 3 by a, (within) within c", "p | top 3 by by within within",
      "p | unpivot (2019..as) as y", "p | unpivot 2019.. as y", "p | select (not a..by), c",
      "p | unpivot x in (2019..as) as y", "p | fill (max) max 1",
      "p | count `by` by x", "p | where `and` = `a b`", "let `if` = 5",
      "let x = f(`a b`: 1, else: 2)",
      "p | where x = \"a\\n\\t\\\"\\\\\\u{0}\\u{7F}\\u{85}\\u{2028}\\u{202E}\\u{FEFF}é\\u{301}\"",
      "let x = [1_000, 1_000.50, 7, 0.10]",
      "p | where y in @02-2019..@2020JJ00 and z = @2021KW02",
      "| take 5", "p; | take 5", "_ | take 5", "let x = _", "((p)) | take 5",
      "let x = (p) | take 5",
      "let x = (p | take 5)", "let x = (p | take 5) | take 3", "print (p | take 5)",
      "print p | take 5",
      "p | join (q | select a) on a = b, c kind left", "p | where a in (q | select a)",
      "param t: text in [\"a\", \"b\"] = \"a\"", "param y: integer in (1..2)",
      "param y: integer in (a = b) = 5", "param p: text in population.province = \"Utrecht\"",
      "param p: text in `my table`.`a column`", "param p: text in t.`2019`",
      "def f(`a b`, c: number = 1 + 2) = c / 2", "use \"a\\\\b\"", "`data` | take 5",
      "data | take 5",
      "data w = csv \"f\" decimal \",\" delimiter \";\" key a: region, b missing \".\" = unknown "
        + "breaks q on a on b",
      "data w = csv \"f\" key a delimiter \";\"", "data w = p key (key), (time) of time time time",
      "data w = csv \"f\", (key) key a label b = \"c\"", "print \"a\" ++ f(1)",
      "p | derive " + (1...30).map { "column\($0) = \($0)" }.joined(separator: ", ") + " | take 5",
    ])
  func roundTrip(text: String) {
    let script = parse(text)
    #expect(script.diagnostics.map(\.message) == [])
    let once = SyntaxPrinter.text(of: script, vocabulary: words)
    let again = parse(once)
    #expect(again.diagnostics.map(\.message) == [])
    #expect(TreeText.text(of: again) == TreeText.text(of: script))
    #expect(SyntaxPrinter.text(of: again, vocabulary: words) == once)
  }

  @Test("A script with faults is not touched")
  func faulty() {
    #expect(printed("p |  where {\n\n\n") == "p |  where {\n\n\n")
    #expect(printed("") == "")
    #expect(printed("\n\n") == "")
  }

  @Test("The canonical form of a script")
  func golden() {
    let source = """


      # Header
      # of the script

      param t : text="a"   # which
      param u: text
      # about v

      param v: integer in 1..3

      # data follow

      data w = csv "f" delimiter ";"  # the file
        # the keys
        key m : region,   # codes
            i             # indicators
        time year         # calendar years
        breaks b   on m   # mergers
      let x=5
      let y=(x+1)*2
      w|where t=$t|sum c by m   # short
      w |   # behind a pipe
        where t = $t  # first
        # before the sum
        | sum c by
          # inside the sum
          m  # second

      # at the end

      # of all
      """
    let expected = """
      # Header
      # of the script

      param t: text = "a"  # which
      param u: text
      # about v

      param v: integer in 1..3

      # data follow

      data w = csv "f" delimiter ";"  # the file
        # the keys
        # codes
        key m: region, i  # indicators
        time year  # calendar years
        breaks b on m  # mergers

      let x = 5
      let y = (x + 1) * 2

      w | where t = $t | sum c by m  # short

      w
        # behind a pipe
        | where t = $t  # first
        # before the sum
        # inside the sum
        | sum c by m  # second

      # at the end

      # of all

      """
    #expect(printed(source) == expected)
    #expect(printed(expected) == expected)
  }

  @Test("A line that is too long is broken behind commas outside brackets and texts")
  func wrapping() {
    let long = String(repeating: "x", count: 40)
    let source = """
      p | derive a = f(\(long), b), b = "\(long), , (", `c, "` = [\(long), \(long)] by k  # c
      data w = csv "f"
        label a = "\(long)", b = "\(long)", c = "\(long)"
      """
    let expected = """
      p
        | derive a = f(\(long), b),
          b = "\(long), , (",
          `c, "` = [\(long), \(long)] by k  # c

      data w = csv "f"
        label a = "\(long)",
          b = "\(long)", c = "\(long)"

      """
    #expect(printed(source) == expected)
    #expect(printed(expected) == expected)
    #expect(TreeText.text(of: parse(expected)) == TreeText.text(of: parse(source)))
  }

  @Test(
    "Comments stay in their order wherever they stand",
    arguments: [
      ("# a\n# a\np # a", ["a", "a", "a"]), ("p; # a\nq", ["a"]), ("# a\n; # b\nq", ["a", "b"]),
      ("p # a\n  ; # b\nq # c", ["a", "b", "c"]), ("(p # a\n| take 5) # b", ["a", "b"]),
      ("(p # a\n| take 5) # b\n # c\n | take 3 # d", ["a", "b", "c", "d"]),
      ("let x = # a\n p # b\n # c\n | take 5", ["a", "b", "c"]),
      ("let x = (p # a\n | take 5)", ["a"]), ("print (p # a\n | take 5) # b", ["a", "b"]),
      ("p | where a in (q # a\n | take 5) # b\n | take 3", ["a", "b"]),
      ("let x = f( # a\n 1, # b\n 2) # c", ["a", "b", "c"]), ("#", [""]), ("p #", [""]),
      ("def f(a, # a\n b) = # b\n a", ["a", "b"]), ("use # a\n  \"x\"", ["a"]),
      (
        "data w = # a\n csv # b\n \"f\" # c\n # d\n delimiter # e\n \";\" "
          + "key # f\n k # g\n on # h\n z",
        ["a", "b", "c", "d", "e", "f", "g", "h"]
      ),
      ("data w = csv \"f\"\n # a\n on b # c\n on # d\n e", ["a", "c", "d"]),
      ("p | take # a\r\n 5 # b\r\n", ["a", "b"]),
    ])
  func comments(text: String, expected: [String]) {
    let once = printed(text)
    #expect(parse(text).diagnostics.map(\.message) == [])
    #expect(CommentScanner.comments(in: once) == expected)
    #expect(printed(once) == once)
    #expect(TreeText.text(of: parse(once)) == TreeText.text(of: parse(text)))
  }
}

/// Finds comments without the lexer.
enum CommentScanner {
  /// The texts of the comments, trimmed.
  static func comments(in text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.compactMap { line in
      var quote: Character?
      var isEscaped = false
      for (offset, character) in line.enumerated() {
        if isEscaped {
          isEscaped = false
        } else if let open = quote {
          if character == open { quote = nil }
          if character == "\\", open == "\"" { isEscaped = true }
        } else if character == "\"" || character == "`" {
          quote = character
        } else if character == "#" {
          let inside = line.dropFirst(offset + 1).drop { $0 == " " }
          return String(inside.reversed().drop { $0 == " " }.reversed())
        }
      }
      return nil
    }
  }
}
