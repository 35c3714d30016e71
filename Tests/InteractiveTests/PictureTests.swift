import FoundationEssentials
import Interactive
import Testing

/// Pictures as a terminal takes them.
@Suite struct PictureTests {
  private let start = "\u{1B}_G"
  private let end = "\u{1B}\\"

  @Test(arguments: [1, 3072, 3073, 10_000])
  func partsMakeUpThePicture(count: Int) throws {
    let png = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let text = TerminalPictures.text(png: png, columns: 90)
    let parts = text.components(of: start, end)
    #expect(parts.count == (count + 3071) / 3072)
    #expect(parts[0].hasPrefix("a=T,f=100,q=2,c=90,m="))
    var encoded = ""
    for (index, part) in parts.enumerated() {
      let pieces = part.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
      #expect(pieces[0].hasSuffix(index < parts.count - 1 ? "m=1" : "m=0"))
      #expect(pieces[1].utf8.count <= 4096)
      encoded += pieces[1]
    }
    #expect(Data(base64Encoded: encoded).map(Array.init) == png)
  }

  @Test func noPagerShowsThem() {
    let text = TerminalPictures.text(png: Array(repeating: 7, count: 50_000), columns: 80)
    #expect(!Pager.isNeeded(text, on: TerminalSize(columns: 80, rows: 24)))
  }
}

extension String {
  /// What stands between each start and end; fails when anything stands outside them.
  fileprivate func components(of start: String, _ end: String) -> [String] {
    #expect(hasPrefix(start) && hasSuffix(end))
    return dropFirst(start.count).dropLast(end.count).replacing(end + start, with: "\n")
      .split(separator: "\n").map(String.init)
  }
}
