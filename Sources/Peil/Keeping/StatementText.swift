/// The words of a piece of script, without its texts and comments.
enum StatementText {
  /// Names, each once, in the order in which they stand there.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    var word: [UInt8] = []
    var quote: UInt8?
    var isComment = false
    var isEscaped = false
    for byte in Array(text.utf8) + [0x0A] {
      if isComment {
        isComment = byte != 0x0A
      } else if let mark = quote {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
          isEscaped = true
        } else if byte == mark {
          quote = nil
          if mark == UInt8(ascii: "`") { names.append(String(decoding: word, as: UTF8.self)) }
          word = []
        } else {
          word.append(byte)
        }
      } else if isPartOfName(byte) {
        word.append(byte)
      } else {
        if !word.isEmpty { names.append(String(decoding: word, as: UTF8.self)) }
        word = []
        if byte == UInt8(ascii: "#") { isComment = true }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") { quote = byte }
      }
    }
    var distinct: [String] = []
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted { distinct.append(name) }
    return distinct
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
