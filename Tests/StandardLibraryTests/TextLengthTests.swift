import Testing

@testable import StandardLibrary

@Suite("The length of a text")
struct TextLengthTests {
  @Test("Characters are counted as a reader takes them", arguments: 0..<30)
  func asReaders(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    // The later ones are rare: most texts have none of them.
    let pieces = ["a", "Z", " ", "é", "ë", "\n", "ĳ", "\r\n", "e\u{301}", "日", "👩‍👧", "\r"]
    for length in [0, 1, 7, 8, 15, 16, 17, 31, 33, 100] {
      let most = seed % 2 == 0 ? 7 : pieces.count
      let text = (0..<length).map { _ in pieces[next(most)] }.joined()
      let found = unsafe Array(text.utf8).withUnsafeBytes { unsafe TextLength.count($0) }
      #expect(found == text.count)
    }
  }
}
