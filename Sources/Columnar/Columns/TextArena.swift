/// Texts one after another in one piece of memory, as UTF-8.
package struct TextArena: Sendable {
  private let bytes: [UInt8]
  /// Where each text begins; one more than there are texts.
  private let starts: [Int]

  /// Makes an arena; `starts` rises from 0 to the number of bytes, and each text is well formed.
  package init(bytes: [UInt8], starts: [Int]) {
    self.bytes = bytes
    self.starts = starts
  }

  /// How many texts there are.
  package var count: Int { starts.count - 1 }

  /// The memory it takes, in bytes.
  package var byteCount: Int { bytes.count + starts.count * 8 }

  /// One text.
  package subscript(index: Int) -> String {
    String(decoding: bytes[starts[index]..<starts[index + 1]], as: UTF8.self)
  }

  /// Hands over the bytes of a text.
  package func withBytes<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(starts[index]..<starts[index + 1]))
  }
}
