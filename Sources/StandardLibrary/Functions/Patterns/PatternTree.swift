/// A pattern as a tree, for those that bytes alone decide: what the automaton takes.
indirect enum PatternTree: Sendable {
  /// One byte of a set.
  case byte(ByteSet)
  case sequence([PatternTree])
  case choice([PatternTree])
  /// So many times at least, and at most when there is a limit.
  case repeated(PatternTree, Int, Int?)
  /// The beginning of the text, and its end.
  case start
  case end

  /// Any character of UTF-8 beyond ASCII.
  static let beyondASCII = PatternTree.choice([
    .sequence([.byte(ByteSet(0xC2...0xDF)), tail]),
    .sequence([.byte(ByteSet(0xE0...0xEF)), tail, tail]),
    .sequence([.byte(ByteSet(0xF0...0xF4)), tail, tail, tail]),
  ])
  private static let tail = PatternTree.byte(ByteSet(0x80...0xBF))

  /// Any character but some of ASCII.
  static func character(except set: ByteSet) -> PatternTree {
    .choice([.byte(ByteSet(0x01...0x7F).subtracting(set)), beyondASCII])
  }
}

extension PatternTree {
  /// The longest run of bytes that every text with the pattern holds as they are; empty without any.
  var requiredBytes: [UInt8] {
    var longest: [UInt8] = []
    var run: [UInt8] = []
    for part in parts {
      if case .byte(let set) = part, let only = set.only {
        run.append(only)
        if run.count > longest.count { longest = run }
      } else {
        run = []
      }
    }
    return longest
  }

  /// What must be there one after another; what is repeated counts as one part.
  private var parts: [PatternTree] {
    guard case .sequence(let parts) = self else { return [self] }
    return parts.flatMap(\.parts)
  }
}

/// A set of bytes.
struct ByteSet: Equatable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}

  /// The bytes of a range.
  init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  /// Adds a byte.
  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  /// Whether a byte is in it.
  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(byte & 63) & 1 != 0
  }

  /// Its byte when there is just one.
  var only: UInt8? {
    let counts = [words.0, words.1, words.2, words.3].map(\.nonzeroBitCount)
    guard counts.reduce(0, +) == 1 else { return nil }
    return (UInt8.min...UInt8.max).first { contains($0) }
  }

  /// The bytes that are not in another set.
  func subtracting(_ other: ByteSet) -> ByteSet {
    var result = self
    result.words.0 &= ~other.words.0
    result.words.1 &= ~other.words.1
    result.words.2 &= ~other.words.2
    result.words.3 &= ~other.words.3
    return result
  }

  static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }
}
