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
    var code = ""
    var isText = false
    var isEscaped = false
    for (offset, character) in line.enumerated() {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isText = false
          code.append(character)
        }
      } else if character == "/", line.dropFirst(offset).hasPrefix("//") {
        return code
      } else {
        isText = character == "\""
        code.append(character)
      }
    }
    return code
  }
}

extension Substring {
  /// What stands before the first occurrence of a text; all of it when there is none.
  fileprivate func prefix(upTo text: String) -> String {
    firstRange(of: text).map { String(self[..<$0.lowerBound]) } ?? String(self)
  }
}
