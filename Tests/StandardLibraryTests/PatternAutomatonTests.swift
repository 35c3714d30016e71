import Columnar
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
    var numbers = Numbers(seed: seed)
    func next(_ bound: Int) -> Int { numbers.next(bound) }
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

  /// Texts that follow each other in memory are looked at together: what goes over the end of one is
  /// found in none.
  @Test(arguments: [
    "(Zonne|Wind)(panelen|molens|park)", "zon|wind", "ab|ba", "b$|Zon", "(a|b){2}", "Z[aio]n",
    "molens|paneel", "Zonnepanelendakbaan|Wind",
  ])
  func findsTheSameInManyTexts(pattern: String) throws {
    let reference = try TextPattern(pattern)
    var machine = try #require(PatternAutomaton(pattern))
    #expect(machine.findsInMany)
    let pieces = [
      "Zonne", "Wind", "panelen", "molens", "park", "Zo", "Wi", "Z", "W", "", "", "a", "b", "zon",
      "wind", " bij ", "Ede", "é", "een lange omschrijving zonder iets", "Zan", "\0",
    ]
    for seed in 0..<40 {
      var numbers = Numbers(seed: seed)
      let texts = (0..<1500).map { _ in
        (0..<numbers.next(5)).map { _ in pieces[numbers.next(pieces.count)] }.joined()
      }
      let bytes = texts.flatMap { Array($0.utf8) }
      let starts = texts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count) }
      let arena = unsafe bytes.withUnsafeBytes { unsafe TextArena($0, starts: starts) }
      var found: [Int] = []
      let isDone = unsafe arena.withPlaces(0..<arena.count) { places in
        unsafe machine.find(in: places) { found.append($0) }
      }
      #expect(isDone)
      let expected = texts.indices.filter {
        reference.match(in: TextPattern.bytes(texts[$0]), from: 0) != nil
      }
      #expect(found == expected, "\(pattern), seed \(seed)")
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

/// Numbers that look random, the same for a seed.
private struct Numbers {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
