import Columnar

/// The texts that stand for a missing value in a file.
struct MissingTokens: Sendable {
  private let tokens: [(bytes: [UInt8], reason: UInt8)]
  /// The reason of an empty field.
  private let empty: UInt8

  /// Makes the set; of a token listed twice the first counts. Outer spaces do not count, as in
  /// the fields themselves.
  init(_ declared: [(token: String, reason: MissingReason)]) {
    var tokens: [(bytes: [UInt8], reason: UInt8)] = []
    var empty: UInt8?
    for (token, reason) in declared {
      var bytes = Array(token.utf8)[...]
      while bytes.first == 0x20 { bytes.removeFirst() }
      while bytes.last == 0x20 { bytes.removeLast() }
      // No text of a file holds NUL.
      guard !bytes.contains(0) else { continue }
      if bytes.isEmpty {
        empty = empty ?? reason.rawValue
      } else {
        tokens.append((Array(bytes), reason.rawValue))
      }
    }
    self.tokens = tokens
    self.empty = empty ?? MissingReason.unknown.rawValue
  }

  /// The raw reason for which a field has no value, or 0 when it has one.
  @inline(__always)
  func reason(_ cell: Cell) -> UInt8 {
    if cell.count == 0 { return empty }
    return tokens.isEmpty ? 0 : declaredReason(cell)
  }

  private func declaredReason(_ cell: Cell) -> UInt8 {
    for (bytes, reason) in tokens where cell.equals(bytes) { return reason }
    return 0
  }
}
