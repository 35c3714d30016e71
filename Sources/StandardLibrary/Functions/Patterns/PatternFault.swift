/// Why a text is no pattern.
struct PatternFault: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }

  /// The longest pattern, in bytes.
  private static let longest = 1_000
  /// The most repetitions that `{n,m}` may stand for when nested ones are multiplied: more would
  /// take memory without bounds.
  private static let mostRepetitions = 1_000

  /// What is wrong with a pattern before it is compiled: too long, an escape POSIX does not
  /// define, or too many repetitions.
  static func check(_ pattern: String) -> PatternFault? {
    let bytes = Array(pattern.utf8)
    guard bytes.count <= longest else { return PatternFault("it is longer than 1000 bytes") }
    guard !bytes.contains(0) else { return PatternFault("it holds a zero byte") }
    var repetitions = 1
    var index = 0
    var isInBrackets = false
    while index < bytes.count {
      let byte = bytes[index]
      if isInBrackets {
        isInBrackets = byte != UInt8(ascii: "]")
      } else if byte == UInt8(ascii: "[") {
        isInBrackets = true
        // `[]abc]` and `[^]abc]` hold a bracket.
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "^") { index += 1 }
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "]") { index += 1 }
      } else if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        if isAlphanumeric(bytes[index]) {
          let escape = "\\" + String(decoding: [bytes[index]], as: UTF8.self)
          return PatternFault("`\(escape)` has no meaning: write `[0-9]`, `[[:alpha:]]` and so on")
        }
      } else if byte == UInt8(ascii: "{") {
        let digits = bytes[(index + 1)...].prefix { $0 != UInt8(ascii: "}") }
        let bounds = digits.split(separator: UInt8(ascii: ","))
          .map { Int(String(decoding: $0, as: UTF8.self)) ?? 1 }
        let (product, overflow) = repetitions.multipliedReportingOverflow(
          by: max(1, bounds.max() ?? 1))
        guard !overflow, product <= mostRepetitions else {
          return PatternFault("its repetitions `{n,m}` multiply to more than 1000")
        }
        repetitions = product
      }
      index += 1
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
