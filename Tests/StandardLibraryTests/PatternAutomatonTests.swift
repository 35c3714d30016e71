import Testing

@testable import StandardLibrary

/// The automaton finds what the C library finds.
@Suite struct PatternAutomatonTests {
  static let texts = [
    "", "a", "b", "ab", "ba", "aab", "abab", "Zonnepark Zuid", "Windmolens bij Bergen (NH.)", "é",
    "coöperatie", "a1b22", "7 woningen", "1207 woningen", "x\ny", "zzzzzzzzzzzzzzzzab", "a\0b",
    "Zonn epanelen", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "€ 5", "🙂a",
  ]
  static let patterns = [
    "a", "ab", "a|b", "(Zonne|Wind)(panelen|molens|park)", "^a", "b$", "^ab$", "^$", "a*", "a+b",
    "a?b", "(ab)+", "a{2}b", "a{2,}b", "a{1,3}b$", "(a|b)*ab", "[0-9]+", "1[0-9]*7 woningen", ".",
    "^.$", "a.b", "[^a-z]", "[^a]b", "é", "co.p", "x.y", "[[:digit:]]{2}", "\\.", "\\(NH\\.\\)",
    "[]a]", "[^]a]", "[a-]", "(^a|b$)", "z+ab", "^[^b]*$", "€|🙂", "ö?p", "(a(b|c)?)+$",
  ]

  @Test(arguments: patterns)
  func findsWhatTheLibraryFinds(pattern: String) throws {
    let reference = try TextPattern(pattern)
    var automaton = try #require(PatternAutomaton(pattern))
    for text in Self.texts {
      let expected = reference.match(in: TextPattern.bytes(text), from: 0) != nil
      let bytes = Array(text.utf8)
      #expect(automaton.isFound(in: bytes.span) == expected, "\(pattern) in \(text)")
    }
  }

  @Test(arguments: 0..<200)
  func findsTheSameInRandomTexts(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let atoms = ["a", "b", "[ab]", "[^a]", ".", "(a|bc)", "(b|)", "c", "^", "$", "ab"]
    let counts = ["", "", "", "*", "+", "?", "{2}", "{1,2}"]
    let pattern = (0...next(5)).map { _ in atoms[next(atoms.count)] + counts[next(counts.count)] }
      .joined()
    guard let reference = try? TextPattern(pattern), var automaton = PatternAutomaton(pattern)
    else { return }
    for turn in 0..<80 {
      // Half of them are long, with little of the pattern between other letters.
      let letters = turn < 40 ? ["a", "b", "c", "é"] : ["a", "b", "x", "x", "y", "z", "x", "é"]
      let text = (0..<next(turn < 40 ? 12 : 60)).map { _ in letters[next(letters.count)] }.joined()
      let expected = reference.match(in: TextPattern.bytes(text), from: 0) != nil
      let bytes = Array(text.utf8)
      #expect(automaton.isFound(in: bytes.span) == expected, "\(pattern) in \(text)")
    }
  }

  @Test(arguments: ["[[:alpha:]]", "[é]", "[[.a.]]", "[[=a=]]", "a**", "()", "a|", "(a*)*{3}"])
  func leavesOthersToTheLibrary(pattern: String) {
    #expect(PatternAutomaton(pattern) == nil)
  }

  @Test func givesUpWhenStatesAreTooMany() throws {
    var automaton = try #require(PatternAutomaton("a.{12}b"))
    var state: UInt64 = 7
    let bytes = (0..<20_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 40 & 1 == 0 ? UInt8(ascii: "a") : UInt8(ascii: "c")
    }
    #expect(automaton.isFound(in: bytes.span) == nil)
  }
}
