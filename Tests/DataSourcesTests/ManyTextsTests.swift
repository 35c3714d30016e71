import Columnar
import Testing

@testable import DataSources

/// Columns of so many texts that they are looked up several at a time.
@Suite struct ManyTextsTests {
  /// Rows of a text that returns sooner or later, with missing cells, quotes and other spellings.
  private static func texts(_ seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed)
    return (0..<60_000).flatMap { row -> [String] in
      let number = Int.random(in: 0..<30_000, using: &generator)
      let text =
        switch number % 50 {
        case 0: ""
        case 1: "zei \"\(number)\""
        case 2: row % 2 == 0 ? "caf\u{e9} \(number)" : "cafe\u{301} \(number)"
        case 3: "a text of more than sixteen letters, \(number)"
        default: "P\(number)"
        }
      return [String](repeating: text, count: row % 4 == 0 ? 3 : 1)
    }
  }

  @Test(arguments: [(UInt64(1), 1), (2, 2), (3, 7)])
  func eachRowHasItsText(_ seed: UInt64, threads: Int) throws {
    let texts = Self.texts(seed)
    let lines = texts.map { "\"\($0.replacing("\"", with: "\"\""))\",1" }
    let source = try open("t,n\n" + lines.joined(separator: "\n"), blockSize: 1 << 14)
    let column = try #require(try source.read(threads: threads).column("t"))
    var first: [String: String] = [:]
    for (row, text) in texts.enumerated() {
      // Of two spellings of one text the first is read.
      let known = first[text] ?? text
      if first[text] == nil { first[text] = text }
      let expected: Value = text.isEmpty ? .missing(.unknown) : .text(known)
      let found = column.value(at: row)
      guard found == expected else {
        Issue.record("row \(row) is \(found), not \(expected)")
        return
      }
    }
  }
}
