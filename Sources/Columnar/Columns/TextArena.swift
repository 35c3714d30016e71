/// Texts one after another in one piece of memory, as UTF-8.
package struct TextArena: Sendable {
  @usableFromInline let bytes: [UInt8]
  /// Where each text begins; one more than there are texts.
  @usableFromInline let starts: [Int]

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

  /// Hands over something that gives the bytes of a text by its number, for loops over many.
  @inlinable
  package func withUnsafeTexts<Result>(
    _ body: ((Int) -> UnsafeRawBufferPointer) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe body { index in
          let range = unsafe starts[index]..<starts[index + 1]
          precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
          return unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
        }
      }
    }
  }
}
