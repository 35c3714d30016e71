import QuerySyntax
import SourceText
import Testing

@Suite("Properties of random scripts")
struct PropertyTests {
  @Test("Printing keeps tree and comments and is stable", arguments: 0..<400)
  func printing(seed: Int) {
    var random = RandomScript(seed: UInt64(seed))
    let statements = (0...random.next(4)).map { _ in random.statement() }
    let text = random.text(of: statements, comments: seed % 4 != 0)
    let script = parse(text)
    #expect(script.diagnostics.map(\.message) == [], "\(text)")
    #expect(script.statements.count == statements.count, "\(text)")
    let once = SyntaxPrinter.text(of: script, vocabulary: words)
    let again = parse(once)
    #expect(again.diagnostics.map(\.message) == [], "\(once)")
    #expect(TreeText.text(of: again) == TreeText.text(of: script), "\(text)\n---\n\(once)")
    #expect(
      CommentScanner.comments(in: once) == CommentScanner.comments(in: text),
      "\(text)\n---\n\(once)")
    let twice = SyntaxPrinter.text(of: again, vocabulary: words)
    #expect(twice == once)
    #expect(once.split(separator: "\n").allSatisfy { $0.last != " " })
    #expect(!once.contains("\n\n\n"))
  }

  @Test("Spaces and line breaks do not change the tree", arguments: 0..<100)
  func spacing(seed: Int) {
    var random = RandomScript(seed: UInt64(seed + 10_000))
    let statements = (0...random.next(3)).map { _ in random.statement() }
    let plain = statements.map { $0.joined(separator: " ") }.joined(separator: "\n")
    let spread = random.text(of: statements, comments: true)
    #expect(TreeText.text(of: parse(spread)) == TreeText.text(of: parse(plain)), "\(spread)")
  }

  @Test("Nothing that is cut off, mutilated or random stops the parser", arguments: 0..<400)
  func mutations(seed: Int) {
    var random = RandomScript(seed: UInt64(seed + 20_000))
    let statements = (0...random.next(4)).map { _ in random.statement() }
    var scalars = Array(random.text(of: statements, comments: true).unicodeScalars)
    for _ in 0...random.next(12) {
      let place = random.next(scalars.count + 1)
      switch random.next(4) {
      case 0: scalars.removeSubrange(place..<min(scalars.count, place + random.next(4)))
      case 1: scalars.insert(contentsOf: piece(&random).unicodeScalars, at: place)
      case 2: scalars.insert(contentsOf: scalars[place..<min(scalars.count, place + 9)], at: 0)
      default: if place < scalars.count { scalars.swapAt(place, random.next(scalars.count)) }
      }
    }
    check(String(String.UnicodeScalarView(scalars)))
  }

  @Test("Random characters do not stop the parser", arguments: 0..<300)
  func noise(seed: Int) {
    var random = RandomScript(seed: UInt64(seed + 30_000))
    let text = (0..<random.next(200)).map { _ -> String in
      switch random.next(6) {
      case 0: return piece(&random)
      case 1: return String(Unicode.Scalar(UInt32(random.next(0x110000))) ?? "x")
      default: return String(Unicode.Scalar(UInt8(random.next(128))))
      }
    }.joined()
    check(text)
  }

  private func piece(_ random: inout RandomScript) -> String {
    random.one(of: [
      "(", ")", "[", "]", "|", ",", ";", "\n", "\r\n", "\r", "\"", "`", "'", "..", "??", "@", "$",
      "=", ":", "{", "#", "\\", "\\u{", " of ", " by ", " missing ", "not ", "if ", " then ", "\t",
      "“", "−", "\0", "é", "\u{301}", "\u{FEFF}", "1e5", "@2020-13", "let ", "data ", "a.b", "-",
      "def f(", "param ", "use ", "print ", "else", "🇳🇱",
    ])
  }

  /// Places lie in the file, messages can be drawn, and sound scripts print soundly.
  private func check(_ text: String) {
    let script = parse(text)
    let end = script.file.utf8.count
    for statement in script.statements {
      #expect(PlaceCheck(end: end).holds(statement), "\(text)")
    }
    for fault in script.diagnostics {
      #expect(fault.range.map { $0.lower >= 0 && $0.upper <= end } ?? false, "\(text)")
      #expect(!DiagnosticRenderer().text(of: fault).isEmpty)
    }
    let places = script.diagnostics.compactMap { $0.range?.lower }
    #expect(places == places.sorted())
    _ = Parser.expression(in: script.file, vocabulary: words)
    guard script.diagnostics.isEmpty else { return }
    let once = SyntaxPrinter.text(of: script, vocabulary: words)
    #expect(TreeText.text(of: parse(once)) == TreeText.text(of: script), "\(text)\n---\n\(once)")
    #expect(printed(once) == once, "\(text)\n---\n\(once)")
  }

  @Test(
    "The prompt waits in the middle of a script only where more must follow", arguments: 0..<100)
  func prefixes(seed: Int) {
    var random = RandomScript(seed: UInt64(seed + 40_000))
    let statement = random.statement()
    var depth = 0
    var text = ""
    let operators: Set<String> = [
      "|", ",", "=", "==", "!=", "<", ">=", "+", "-", "++", "*", "/", "div", "mod", "^", "??", "or",
      "and", "not", "in", "is", "if", "then", "else", ":",
    ]
    for word in statement {
      text += word + " "
      if word.last == "(" || word == "[" { depth += 1 }
      if word == ")" || word == "]" { depth -= 1 }
      #expect(parse(text).isIncomplete == (depth > 0 || operators.contains(word)), "\(text)")
    }
  }
}
