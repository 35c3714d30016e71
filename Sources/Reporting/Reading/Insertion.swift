import SourceText

/// What stands between `{{` and `}}`.
struct Insertion: Sendable {
  /// What is put in its place.
  enum Content: Sendable {
    /// A value; without a format its type decides.
    case value(SourceRange, InlineFormat?)
    /// A link to a figure or table.
    case reference(Reference)
  }

  /// A mention of the result of a block: `figure bewoners`.
  struct Reference: Sendable {
    let kind: ResultKind
    /// Whether the mention begins a sentence: `Figure bewoners`.
    let isCapitalised: Bool
    let block: String
    let blockRange: SourceRange
    /// Which result of the block, from 1.
    let position: Int
  }

  /// From the first brace to the last.
  let range: SourceRange
  let content: Content
}

/// The kinds of results that have a number and can be referred to.
enum ResultKind: String, Sendable {
  case figure, table
}

/// Reads one insertion.
struct InsertionReader {
  private let file: SourceFile
  /// Offset of the first brace.
  private let start: Int

  init(_ file: SourceFile, at start: Int) {
    self.file = file
    self.start = start
  }

  /// The insertion, which must end on its own line; before `limit` when that comes first.
  func read(limit: Int? = nil) throws(Diagnostic) -> Insertion {
    let line = file.lines.range(ofLine: file.lines.line(of: start), in: file.utf8)
    let end = min(line.upper, limit ?? line.upper)
    var index = start + 2
    var colon: Int?
    var depth = 0
    while index < end {
      switch file.utf8[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "`"): index = endOfQuotation(at: index, limit: end)
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth == 0: colon = index
      case UInt8(ascii: "}") where index + 1 < end && file.utf8[index + 1] == UInt8(ascii: "}"):
        return try insertion(inside: SourceRange(start + 2, index), colon: colon)
      default: break
      }
      index += 1
    }
    throw Diagnostic(
      .error, code: "unclosed-inline", "`{{` without `}}` on the same line", file: file,
      range: SourceRange(start, start + 2), label: "opened here",
      notes: ["write `\\{{` for two braces that are text"])
  }

  /// The offset of the closing mark, or of the last byte before the limit.
  private func endOfQuotation(at start: Int, limit: Int) -> Int {
    let mark = file.utf8[start]
    var index = start + 1
    while index < limit, file.utf8[index] != mark {
      if mark == UInt8(ascii: "\""), file.utf8[index] == UInt8(ascii: "\\") { index += 1 }
      index += 1
    }
    // Without a closing mark the quotation is a fault of the expression, not of the insertion.
    return index < limit ? index : start
  }

  private func insertion(inside: SourceRange, colon: Int?) throws(Diagnostic) -> Insertion {
    let range = SourceRange(start, inside.upper + 2)
    let whole = file.trimmed(inside)
    guard whole.lower < whole.upper else {
      throw Diagnostic(
        .error, code: "empty-inline", "nothing stands between `{{` and `}}`", file: file,
        range: range, notes: ["write an expression: `{{ bewoners : 1 }}`"])
    }
    if let reference = reference(whole) {
      return Insertion(range: range, content: .reference(reference))
    }
    guard let colon else { return Insertion(range: range, content: .value(whole, nil)) }
    let format = try InlineFormat(file, file.trimmed(SourceRange(colon + 1, inside.upper)))
    let expression = file.trimmed(SourceRange(inside.lower, colon))
    guard expression.lower < expression.upper else {
      throw Diagnostic(
        .error, code: "empty-inline", "no expression before the format", file: file,
        range: range, notes: ["write an expression: `{{ bewoners : 1 }}`"])
    }
    return Insertion(range: range, content: .value(expression, format))
  }

  /// `figure NAME`, `table NAME`, with a number for a later result; nil for anything else, which
  /// is an expression. No expression has two words beside each other.
  private func reference(_ range: SourceRange) -> Insertion.Reference? {
    let words = file.words(range)
    guard words.count == 2 || words.count == 3 else { return nil }
    let keyword = file.text(words[0])
    let lowercased = keyword.prefix(1).lowercased() + keyword.dropFirst()
    guard let kind = ResultKind(rawValue: lowercased) else { return nil }
    let name = file.text(words[1])
    guard BlockName.isValid(name) else { return nil }
    var position = 1
    if words.count == 3 {
      guard let number = Int(file.text(words[2])), number > 0 else { return nil }
      position = number
    }
    return Insertion.Reference(
      kind: kind, isCapitalised: keyword != lowercased, block: name, blockRange: words[1],
      position: position)
  }
}

/// The names of blocks.
enum BlockName {
  /// Whether a text is a name: letters of ASCII, digits, `-` and `_`, a letter first.
  static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first) else { return false }
    return name.utf8.allSatisfy {
      isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
