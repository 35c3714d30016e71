import SourceText

/// Turns text into tokens. Works on UTF-8 bytes; never fails: what is no word becomes a
/// diagnostic and an `.invalid` token.
struct Lexer {
  let file: SourceFile
  let bytes: [UInt8]
  var position = 0
  var diagnostics: [Diagnostic] = []
  private var tokens: [Token] = []
  private var startsLine = true
  private var indent = 0
  private var blankLines = 0
  private var comments: [Remark] = []

  /// Makes a lexer for a file.
  init(_ file: SourceFile) {
    self.file = file
    bytes = file.utf8
    // A byte order mark at the start is no word.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// All tokens, ending in `.endOfFile`, with the statements' ends marked, and the faults found.
  static func tokens(of file: SourceFile) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var lexer = Lexer(file)
    lexer.run()
    return (Layout.markStatementEnds(lexer.tokens), lexer.diagnostics)
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func byte(after count: Int) -> UInt8? {
    position + count < bytes.count ? bytes[position + count] : nil
  }

  private mutating func run() {
    while let byte = current {
      switch byte {
      case 0x0A: newline()
      case 0x20, 0x09:
        if startsLine { indent += 1 }
        position += 1
      case 0x0D: position += 1
      case UInt8(ascii: "#"): comment()
      default: word(byte)
      }
    }
    add(.endOfFile, from: position, text: "")
  }

  private mutating func newline() {
    blankLines = startsLine ? blankLines + 1 : 0
    position += 1
    startsLine = true
    indent = 0
  }

  private mutating func comment() {
    let start = position + 1
    while let byte = current, byte != 0x0A { position += 1 }
    var text = file.text(SourceRange(start, position))
    while let last = text.unicodeScalars.last, last == " " || last == "\r" || last == "\t" {
      text.unicodeScalars.removeLast()
    }
    comments.append(
      Remark(text: text, isTrailing: !startsLine, followsBlankLine: startsLine && blankLines > 0))
    blankLines = 0
  }

  private mutating func word(_ byte: UInt8) {
    let start = position
    switch byte {
    case UInt8(ascii: "\""): textLiteral()
    case UInt8(ascii: "`"): quotedName()
    case UInt8(ascii: "$"): parameter()
    case UInt8(ascii: "@"): period()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    default:
      if Self.startsName(byte), !isTypographic {
        while let next = current, Self.continuesName(next), !isTypographic { position += 1 }
        let text = file.text(SourceRange(start, position))
        add(Token.Reserved(rawValue: text).map { .reserved($0) } ?? .name, from: start, text: text)
      } else {
        symbol()
      }
    }
  }

  /// Adds a token that ends at the current position.
  mutating func add(_ kind: Token.Kind, from start: Int, text: String) {
    tokens.append(
      Token(
        kind: kind, range: SourceRange(start, position), text: text, startsLine: startsLine,
        indent: indent, comments: comments))
    comments = []
    startsLine = false
    blankLines = 0
  }

  /// Records a fault and adds an invalid token.
  mutating func fault(
    _ code: String, _ message: String, from start: Int, label: String? = nil, notes: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code: code, message, file: file, range: SourceRange(start, position),
        label: label, notes: notes))
    add(.invalid, from: start, text: file.text(SourceRange(start, position)))
  }

  static func startsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }
}
