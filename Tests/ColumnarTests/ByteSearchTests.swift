import Testing

@testable import Columnar

@Suite("Bytes in bytes")
struct ByteSearchTests {
  @Test("Found exactly where a plain search finds them, by every kernel", arguments: 0..<40)
  func asPlain(seed: Int) {
    var random = RandomNumbers(seed: seed)
    // Few letters, so that first and last often stand right where the rest does not.
    let letters = Array("abbbbc \u{0}é".utf8)
    for _ in 0..<60 {
      let text = (0..<random.next(220)).map { _ in letters[random.next(letters.count)] }
      let start = random.next(text.count + 1)
      let wanted =
        random.next(3) == 0
        ? (0..<random.next(5)).map { _ in letters[random.next(letters.count)] }
        : Array(text[start..<min(text.count, start + random.next(20))])
      let expected =
        wanted.isEmpty
        || text.indices.contains { text[$0...].starts(with: wanted) }
      for version in 0...ByteSearch.best {
        let search = ByteSearch(wanted, version: version)
        // A copy of its own size: a kernel that reads behind the end reads what is not its own.
        let found = unsafe Array(text).withUnsafeBytes { unsafe search.isFound(in: $0) }
        #expect(found == expected, "\(wanted) in \(text), version \(version)")
      }
    }
  }
}
