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

  /// Hands over row, code and bytes of the text of each row that is not missing, until `body` gives
  /// false; whether it never did.
  package func visit(
    _ codes: [UInt32], missing: [UInt8]?,
    _ body: (_ row: Int, _ code: Int, UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    precondition(missing?.count ?? codes.count == codes.count)
    return unsafe bytes.withUnsafeBytes { bytes in
      for row in codes.indices where (missing?[row] ?? 0) == 0 {
        let code = Int(codes[row])
        let range = starts[code]..<starts[code + 1]
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        guard unsafe body(row, code, UnsafeRawBufferPointer(rebasing: bytes[range])) else {
          return false
        }
      }
      return true
    }
  }
}

extension Column {
  /// The codes of a text column, below the number of its texts in rows that are not missing.
  package var textCodes: [UInt32] {
    if let packed { return packed.codes.narrowed }
    if case .text(let codes, _) = storage { return codes }
    return []
  }
}
