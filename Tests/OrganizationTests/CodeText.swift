/// The lines of a Swift file with comments and the contents of texts taken out, so that words can
/// be looked for in code alone.
struct CodeText {
  /// Code by line; the number of a line is its index plus one.
  let lines: [String]

  init(_ source: [Substring]) {
    var isText = false
    lines = source.map { line in
      let quotes = line.ranges(of: "\"\"\"").count
      defer { if !quotes.isMultiple(of: 2) { isText.toggle() } }
      if isText { return "" }
      return quotes > 0 ? line.prefix(upTo: "\"\"\"") : Self.withoutTexts(line)
    }
  }

  /// The code of one line. An escaped quote does not end a text; a quote inside an interpolation
  /// does, which leaves the count of quotes even and so the code after the text in place.
  private static func withoutTexts(_ line: Substring) -> String {
    var code: [UInt8] = []
    var isText = false
    var isEscaped = false
    for byte in line.utf8 {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
          code.append(byte)
        }
      } else if byte == UInt8(ascii: "/"), code.last == byte {
        code.removeLast()
        break
      } else {
        isText = byte == UInt8(ascii: "\"")
        code.append(byte)
      }
    }
    return String(decoding: code, as: UTF8.self)
  }
}

extension Substring {
  /// What stands before the first occurrence of a text; all of it when there is none.
  fileprivate func prefix(upTo text: String) -> String {
    firstRange(of: text).map { String(self[..<$0.lowerBound]) } ?? String(self)
  }
}
