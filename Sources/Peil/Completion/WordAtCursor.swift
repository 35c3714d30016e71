/// The word or quoted text that the cursor is in, or at the end of.
struct WordAtCursor {
  /// Where it begins: a quote, or the first byte of a word.
  let start: Int
  /// Where its text begins, after the quote.
  let textStart: Int
  /// Where it ends: behind the cursor when that is within a word, or in front of a closing quote.
  let end: Int
  let isQuoted: Bool

  init(_ bytes: [UInt8], _ cursor: Int) {
    var quote: Int?
    var index = 0
    while index < cursor {
      let byte = bytes[index]
      if quote != nil {
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == UInt8(ascii: "\"") || byte == 0x0A {
          quote = nil
        }
      } else if byte == UInt8(ascii: "\"") {
        quote = index
      } else if byte == UInt8(ascii: "#") {
        while index < cursor, bytes[index] != 0x0A { index += 1 }
      }
      index += 1
    }
    if let quote {
      start = quote
      textStart = quote + 1
      end = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "\"") ? cursor + 1 : cursor
      isQuoted = true
      return
    }
    var first = cursor
    while first > 0, Self.isWord(bytes[first - 1]) { first -= 1 }
    start = first
    textStart = first
    end = first == cursor ? cursor : bytes[cursor...].prefix(while: Self.isWord).endIndex
    isQuoted = false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }
}
