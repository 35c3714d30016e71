import Columnar

/// A few texts of which one is to stand at a place: all that a pattern without repetitions stands
/// for. One look at sixteen bytes tells, where an automaton takes a step for each.
struct LiteralSet: Sendable {
  /// Sixteen bytes at most, and which of them count.
  private struct Literal: Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var lowMask: UInt64 = 0
    var highMask: UInt64 = 0
    let count: Int

    init(_ bytes: [UInt8]) {
      count = bytes.count
      for (place, byte) in bytes.enumerated() {
        let shift = UInt64(8 * (place % 8))
        if place < 8 {
          low |= UInt64(byte) << shift
          lowMask |= 0xFF << shift
        } else {
          high |= UInt64(byte) << shift
          highMask |= 0xFF << shift
        }
      }
    }
  }

  /// The bytes that are looked at.
  private static let width = 16
  /// More texts than this take longer than the steps of an automaton.
  private static let most = 12
  private let literals: [Literal]

  /// Makes it of a pattern; nil when that stands for many texts, for long ones or for none.
  init?(_ tree: PatternTree) {
    guard let texts = Self.texts(of: tree), texts.allSatisfy({ !$0.isEmpty }) else { return nil }
    literals = texts.map { Literal($0) }
  }

  /// Whether one of them stands at a place with `left` bytes; ``TextStore/slack`` bytes behind these
  /// are read.
  @unsafe
  @inline(__always)
  func isFound(at place: UnsafePointer<UInt8>, left: Int) -> Bool {
    let bytes = unsafe UnsafeRawPointer(place)
    let low = UInt64(littleEndian: unsafe bytes.loadUnaligned(as: UInt64.self))
    let high = UInt64(
      littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    // Without a branch: which of them it is cannot be foreseen.
    var least = UInt64.max
    for literal in literals {
      let other =
        (low ^ literal.low) & literal.lowMask | (high ^ literal.high) & literal.highMask
      let isShort = UInt64(bitPattern: Int64(left &- literal.count)) &>> 63
      least = min(least, other | isShort)
    }
    return least == 0
  }

  private static func texts(of tree: PatternTree) -> [[UInt8]]? {
    switch tree {
    case .byte(let set): return set.only.map { [[$0]] }
    case .start, .end: return nil
    case .choice(let parts):
      var all: [[UInt8]] = []
      for part in parts {
        guard let found = texts(of: part) else { return nil }
        all += found
      }
      return all.count <= most ? all : nil
    case .sequence(let parts):
      var all: [[UInt8]] = [[]]
      for part in parts {
        guard let found = texts(of: part) else { return nil }
        all = all.flatMap { one in found.map { one + $0 } }
        guard all.count <= most, all.allSatisfy({ $0.count <= width }) else { return nil }
      }
      return all
    case .repeated(let part, let least, let most):
      guard least == most, least <= width else { return nil }
      return texts(of: .sequence([PatternTree](repeating: part, count: least)))
    }
  }
}
