import CBytes

/// Bytes looked at 64 at a time.
enum ByteMask {
  /// Hands over 64 bytes at a time with the number of the first, the last ones filled up with zeros.
  @inline(__always)
  static func visit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, UnsafePointer<UInt8>) -> Void
  ) {
    guard let start = bytes.baseAddress else { return }
    let whole = bytes.count & ~63
    for place in stride(from: 0, to: whole, by: 64) { unsafe body(place, start + place) }
    guard whole < bytes.count else { return }
    var last = [UInt8](repeating: 0, count: 64)
    for place in whole..<bytes.count { last[place - whole] = unsafe start[place] }
    unsafe last.withUnsafeBufferPointer { last in
      if let start = last.baseAddress { unsafe body(whole, start) }
    }
  }

  /// Hands over the places of the bytes that are not 0, in rising order.
  @inline(__always)
  static func visitNonzero(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    unsafe visit(bytes) { first, bytes in
      var bits = unsafe cb_nonzero(bytes)
      while bits != 0 {
        body(first &+ bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
  }
}
