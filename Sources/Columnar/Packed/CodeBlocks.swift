import Synchronization

/// Which codes occur in each block of a buffer, so that a filter can pass over whole blocks.
///
/// Worked out when a column is looked at for the second time: a file that is read once has no use
/// for it.
final class CodeBlocks: Sendable {
  /// Codes in a block.
  static let size = 1 << 16
  private let state = Mutex(State())

  private struct State {
    var looks = 0
    /// For each block a bit for each code below 64; nil before it is worked out.
    var found: [UInt64]?
  }

  /// The codes of the blocks that some codes lie in, a bit for each; nil when that is not known.
  func codes(of range: Range<Int>, in buffer: CodeBuffer) -> UInt64? {
    let found = state.withLock { state -> [UInt64]? in
      if let found = state.found { return found }
      state.looks += 1
      // Every morsel of a first pass looks once.
      guard state.looks > buffer.byteCount / Self.size + 1 else { return nil }
      let found = Self.blocks(of: buffer)
      state.found = found
      return found
    }
    guard let found, !range.isEmpty else { return nil }
    let blocks = (range.lowerBound / Self.size)...((range.upperBound - 1) / Self.size)
    return blocks.reduce(UInt64(0)) { $0 | found[$1] }
  }

  /// The codes of each block of a buffer of codes of one byte.
  private static func blocks(of buffer: CodeBuffer) -> [UInt64] {
    stride(from: 0, to: buffer.byteCount, by: size).map { lower in
      var bits: UInt64 = 0
      var last = UInt8.max
      for index in lower..<min(lower + size, buffer.byteCount) {
        let code = unsafe buffer.bytes.load(fromByteOffset: index, as: UInt8.self)
        if code != last { bits |= 1 << UInt64(code & 63) }
        last = code
      }
      return bits
    }
  }
}

extension PackedCodes {
  /// The codes that occur among these and others near them, a bit for each; nil where that is not
  /// known. All codes are below `codeCount`.
  package func nearbyCodes(codeCount: Int) -> UInt64? {
    guard width == .one, codeCount <= 64 else { return nil }
    return buffer.blocks.codes(of: offset..<(offset + count), in: buffer)
  }
}
