extension PackedCodes {
  /// Hands over the bytes of the codes, in the order of the machine.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(
      UnsafeRawBufferPointer(
        start: buffer.bytes + offset * width.rawValue, count: count * width.rawValue))
  }

  /// The greatest code; 0 when there are none.
  package var greatest: UInt64 {
    switch width {
    case .one: greatest(as: UInt8.self)
    case .two: greatest(as: UInt16.self)
    case .four: greatest(as: UInt32.self)
    case .eight: greatest(as: UInt64.self)
    }
  }

  private func greatest<Code: FixedWidthInteger & UnsignedInteger>(as type: Code.Type) -> UInt64 {
    let codes = unsafe start(as: Code.self)
    var most: Code = 0
    for row in 0..<count { most = unsafe max(most, codes[row]) }
    return UInt64(most)
  }
}
