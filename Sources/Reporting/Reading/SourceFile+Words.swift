import SourceText

extension SourceFile {
  /// A range without the spaces and tabs at its ends.
  func trimmed(_ range: SourceRange) -> SourceRange {
    var lower = range.lower
    var upper = range.upper
    while lower < upper, Self.isBlank(utf8[lower]) { lower += 1 }
    while upper > lower, Self.isBlank(utf8[upper - 1]) { upper -= 1 }
    return SourceRange(lower, upper)
  }

  /// The words in a range, parted by spaces and tabs.
  func words(_ range: SourceRange) -> [SourceRange] {
    var words: [SourceRange] = []
    var start: Int?
    for index in range.lower..<range.upper {
      if Self.isBlank(utf8[index]) {
        if let from = start { words.append(SourceRange(from, index)) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let from = start { words.append(SourceRange(from, range.upper)) }
    return words
  }

  /// The number of equal bytes from an offset on.
  func run(at start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, utf8[index] == utf8[start] { index += 1 }
    return index - start
  }

  /// Whether a text stands at an offset.
  func has(_ text: String, at offset: Int, limit: Int) -> Bool {
    let bytes = text.utf8
    guard offset + bytes.count <= limit else { return false }
    return utf8[offset..<(offset + bytes.count)].elementsEqual(bytes)
  }

  /// The first place of a text in a range, or nil.
  func firstPlace(of text: String, in range: SourceRange) -> SourceRange? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, range.upper - range.lower >= wanted.count else { return nil }
    for start in range.lower...(range.upper - wanted.count)
    where utf8[start] == wanted[0] && utf8[start..<(start + wanted.count)].elementsEqual(wanted) {
      return SourceRange(start, start + wanted.count)
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
