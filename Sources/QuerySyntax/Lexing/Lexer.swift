import SourceText

/// Turns text into tokens. Works on UTF-8 bytes; never fails: what is no word becomes a
/// diagnostic and an `.invalid` token, or the word that was meant.
struct Lexer {
  let file: SourceFile
  let bytes: [UInt8]
  var position = 0
  /// Braces reported that wait for their pair.
  var openBraces = 0
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var tokens: [Token] = []
  private var startsLine = true
  private var isBlankLine = true
  private var indent = 0
  private var blankLines = 0
  private var comments: [Remark] = []

  /// All tokens of a file, ending in `.endOfFile`, and the faults found.
  init(_ file: SourceFile) {
    self.file = file
    bytes = file.utf8
    // A byte order mark at the start is no word.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while let byte = current {
      switch byte {
      case 0x0A: newline()
      case 0x20, 0x09:
        if startsLine { indent += 1 }
        position += 1
      case 0x0D where endsLine: position += 1
      case UInt8(ascii: "#"): comment()
      default: word(byte)
      }
    }
    add(.endOfFile, from: position, text: "")
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func byte(after count: Int) -> UInt8? {
    position + count < bytes.count ? bytes[position + count] : nil
  }

  /// Whether a line ends here: at the end of the text, LF or CR LF. A lone CR ends no line: it
  /// is a fault, for a comment would hide the lines behind it.
  var endsLine: Bool {
    guard let byte = current else { return true }
    if byte == 0x0D { return self.byte(after: 1) == 0x0A || self.byte(after: 1) == nil }
    return byte == 0x0A
  }

  private mutating func newline() {
    blankLines = isBlankLine ? blankLines + 1 : 0
    position += 1
    startsLine = true
    isBlankLine = true
    indent = 0
  }

  private mutating func comment() {
    let start = position + 1
    while let byte = current, byte != 0x0A, byte != 0x0D { position += 1 }
    var text = file.text(SourceRange(start, position))
    while let last = text.unicodeScalars.last, last == " " || last == "\t" {
      text.unicodeScalars.removeLast()
    }
    passBlankLines()
    let remark = Remark(
      text: text, isTrailing: !startsLine, followsBlankLine: startsLine && blankLines > 0)
    if startsLine {
      comments.append(remark)
    } else if let last = tokens.indices.last {
      tokens[last].trailing = remark
    }
    blankLines = 0
    isBlankLine = false
  }

  private mutating func passBlankLines() {
    if blankLines > 0, let last = comments.indices.last { comments[last].precedesBlankLine = true }
  }

  private mutating func word(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): textLiteral()
    case UInt8(ascii: "`"): quotedName()
    case UInt8(ascii: "$"): parameter()
    case UInt8(ascii: "@"): period()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    default:
      let start = position
      skipName()
      guard position > start else { return symbol() }
      let text = file.text(SourceRange(start, position))
      add(Token.Reserved(rawValue: text).map { .reserved($0) } ?? .name, from: start, text: text)
    }
  }

  /// Adds a token that ends at the current position.
  mutating func add(_ kind: Token.Kind, from start: Int, text: String) {
    passBlankLines()
    tokens.append(
      Token(
        kind: kind, range: SourceRange(start, position), text: text, startsLine: startsLine,
        indent: indent, comments: comments))
    comments = []
    startsLine = false
    isBlankLine = false
    blankLines = 0
  }

  /// Records a fault from a place to the current position.
  mutating func report(
    _ code: String, _ message: String, from start: Int, label: String? = nil, notes: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code: code, message, file: file, range: SourceRange(start, position),
        label: label, notes: notes))
  }

  /// Records a fault and adds an invalid token, or the token that was meant.
  mutating func fault(
    _ code: String, _ message: String, from start: Int, label: String? = nil, notes: [String] = [],
    meant: (kind: Token.Kind, text: String)? = nil
  ) {
    report(code, message, from: start, label: label, notes: notes)
    add(
      meant?.kind ?? .invalid, from: start,
      text: meant?.text ?? file.text(SourceRange(start, position)))
  }
}
