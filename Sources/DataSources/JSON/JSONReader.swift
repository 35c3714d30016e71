/// Reads a JSON text from front to back, a piece at a time, and knows where it is.
///
/// Nothing is kept of what was read: who asks takes what is needed and skips the rest. A place in
/// the text is an offset in bytes, from which ``JSONFault`` makes line and column. The text is
/// that of RFC 8259; a byte order mark before it is passed over.
struct JSONReader {
  /// What a value begins with.
  enum Kind {
    case object, array, string, number, word
  }

  let bytes: [UInt8]
  /// Where reading goes on.
  var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next byte that is no white space, without reading it; 0 at the end.
  mutating func peek() -> UInt8 {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset += 1
    }
    return 0
  }

  /// The kind of the value that comes next.
  mutating func kind() throws(JSONFault) -> Kind {
    switch peek() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return .word
    default: throw fault("a value")
    }
  }

  /// Reads `{`, then each name, for which `read` takes the value, and `}`.
  mutating func object(
    _ read: (inout JSONReader, _ name: String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try take("{")
    if peek() == UInt8(ascii: "}") {
      offset += 1
      return
    }
    while true {
      guard peek() == UInt8(ascii: "\"") else { throw fault("a name in quotes") }
      let name = try string()
      try take(":")
      try read(&self, name)
      if try isLast("}") { return }
    }
  }

  /// Reads `[`, then each element by `read`, and `]`.
  mutating func array(_ read: (inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
    try take("[")
    if peek() == UInt8(ascii: "]") {
      offset += 1
      return
    }
    while true {
      try read(&self)
      if try isLast("]") { return }
    }
  }

  /// Reads `,` and goes on, or the closing sign and is done.
  mutating func isLast(_ closing: Unicode.Scalar) throws(JSONFault) -> Bool {
    let byte = peek()
    if byte == UInt8(ascii: ",") {
      offset += 1
      return false
    }
    guard byte == UInt8(ascii: closing) else { throw fault("`,` or `\(closing)`") }
    offset += 1
    return true
  }

  /// Reads one sign.
  mutating func take(_ sign: Unicode.Scalar) throws(JSONFault) {
    guard peek() == UInt8(ascii: sign) else { throw fault("`\(sign)`") }
    offset += 1
  }

  /// Passes over a value of any kind.
  ///
  /// - Parameter depth: how deep the value lies; more than 200 levels are a fault, because each
  ///   takes room on the stack.
  mutating func skip(depth: Int = 0) throws(JSONFault) {
    guard depth < 200 else { throw JSONFault(.tooDeep, at: offset) }
    switch try kind() {
    case .object:
      try object { reader, _ throws(JSONFault) in try reader.skip(depth: depth + 1) }
    case .array: try array { reader throws(JSONFault) in try reader.skip(depth: depth + 1) }
    case .string: _ = try string()
    case .number: _ = try number()
    case .word: _ = try word()
    }
  }

  /// Reads `true`, `false` or `null`.
  mutating func word() throws(JSONFault) -> String {
    _ = peek()
    for word in ["true", "false", "null"] where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return word
    }
    throw fault("a value")
  }

  /// Checks that nothing but white space is left.
  mutating func finish() throws(JSONFault) {
    _ = peek()
    guard offset == bytes.count else { throw fault("the end of the file") }
  }

  /// What is wrong here: something else was expected, or the text ends too early.
  func fault(_ expected: String) -> JSONFault {
    JSONFault(offset >= bytes.count ? .ends : .expected(expected), at: offset)
  }
}
