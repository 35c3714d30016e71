/// Reads the patterns that bytes alone decide: letters, sets of ASCII characters, groups,
/// alternatives, repetitions and anchors. Everything else is left to the C library.
struct PatternReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Whether an end was read: a beginning behind it is read in more than one way.
  private var hasEnd = false

  /// The tree of a pattern; nil for one that it does not read. The pattern is one that the C library
  /// has compiled.
  static func tree(of pattern: String) -> PatternTree? {
    var reader = PatternReader(bytes: Array(pattern.utf8))
    guard let tree = reader.choice(), reader.position == reader.bytes.count else { return nil }
    return tree
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func isNext(_ sign: Unicode.Scalar) -> Bool { next == UInt8(ascii: sign) }

  private mutating func choice() -> PatternTree? {
    var parts: [PatternTree] = []
    repeat {
      if !parts.isEmpty { position += 1 }
      guard let part = sequence() else { return nil }
      parts.append(part)
    } while isNext("|")
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> PatternTree? {
    var parts: [PatternTree] = []
    while next != nil, !isNext("|"), !isNext(")") {
      guard var part = atom() else { return nil }
      while let (least, most) = repetition() {
        // What repeats nothing, or is repeated twice, is read in more than one way.
        switch part {
        case .start, .end, .repeated: return nil
        case .byte, .sequence, .choice: part = .repeated(part, least, most)
        }
      }
      parts.append(part)
    }
    // An empty alternative is none of POSIX.
    return parts.isEmpty ? nil : .sequence(parts)
  }

  private mutating func atom() -> PatternTree? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "("):
      guard let inner = choice(), isNext(")") else { return nil }
      position += 1
      return inner
    case UInt8(ascii: "["): return brackets()
    case UInt8(ascii: "."): return .character(except: ByteSet())
    case UInt8(ascii: "^"): return hasEnd ? nil : .start
    case UInt8(ascii: "$"):
      hasEnd = true
      return .end
    case UInt8(ascii: "\\"):
      guard let sign = next, sign < 0x80 else { return nil }
      position += 1
      return .byte(ByteSet(sign...sign))
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"): return nil
    case 0x80...:
      // A repetition takes the whole character.
      var parts: [PatternTree] = [.byte(ByteSet(byte...byte))]
      while let tail = next, tail & 0xC0 == 0x80 {
        parts.append(.byte(ByteSet(tail...tail)))
        position += 1
      }
      return .sequence(parts)
    default: return .byte(ByteSet(byte...byte))
    }
  }

  /// How often what stands before is repeated; nil without anything said.
  private mutating func repetition() -> (Int, Int?)? {
    let start = position
    guard let sign = next else { return nil }
    position += 1
    switch sign {
    case UInt8(ascii: "*"): return (0, nil)
    case UInt8(ascii: "+"): return (1, nil)
    case UInt8(ascii: "?"): return (0, 1)
    case UInt8(ascii: "{"):
      let least = number()
      var most = least
      if isNext(",") {
        position += 1
        most = number()
      }
      if let least, isNext("}") {
        position += 1
        return (least, most)
      }
    default: break
    }
    position = start
    return nil
  }

  private mutating func number() -> Int? {
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    position += digits.count
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// A set of ASCII characters, with ranges and `[:digit:]`.
  private mutating func brackets() -> PatternTree? {
    var set = ByteSet()
    let isOpposite = isNext("^")
    if isOpposite { position += 1 }
    var isFirst = true
    while let byte = next, isFirst || byte != UInt8(ascii: "]") {
      isFirst = false
      guard byte < 0x80 else { return nil }
      position += 1
      if byte == UInt8(ascii: "["), let kind = next, ":.=".utf8.contains(kind) {
        let digit = Array(":digit:]".utf8)
        guard bytes[position...].starts(with: digit) else { return nil }
        position += digit.count
        for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { set.insert(byte) }
      } else if isNext("-"), position + 1 < bytes.count, bytes[position + 1] != UInt8(ascii: "]") {
        let last = bytes[position + 1]
        guard last < 0x80, last >= byte, last != UInt8(ascii: "[") else { return nil }
        position += 2
        for byte in byte...last { set.insert(byte) }
      } else {
        set.insert(byte)
      }
    }
    guard isNext("]") else { return nil }
    position += 1
    return isOpposite ? .character(except: set) : .byte(set)
  }
}
