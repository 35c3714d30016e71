extension PackedCodes {
  /// The codes at rows, in that order; a row below 0 gives code 0.
  package func gather(_ rows: [Int]) -> PackedCodes { gathered(rows) }

  /// The codes at rows, in that order.
  package func gather(at rows: [UInt32]) -> PackedCodes { gathered(rows) }

  private func gathered<Row: FixedWidthInteger>(_ rows: [Row]) -> PackedCodes {
    switch width {
    case .one: gather(rows, as: UInt8.self)
    case .two: gather(rows, as: UInt16.self)
    case .four: gather(rows, as: UInt32.self)
    case .eight: gather(rows, as: UInt64.self)
    }
  }

  private func gather<Row: FixedWidthInteger, Code: FixedWidthInteger & UnsignedInteger>(
    _ rows: [Row], as type: Code.Type
  ) -> PackedCodes {
    let source = unsafe start(as: Code.self)
    let count = count
    return unsafe .filled(count: rows.count, width: width, as: Code.self) { room in
      unsafe rows.withUnsafeBufferPointer { rows in
        for index in 0..<rows.count {
          let row = unsafe Int(truncatingIfNeeded: rows[index])
          precondition(row < count)
          unsafe room[index] = row < 0 ? 0 : source[row]
        }
      }
    }
  }

  /// The codes at rows, in that order; `UInt32.max` gives code 0.
  func gather(orZero rows: ArraySlice<UInt32>) -> PackedCodes {
    switch width {
    case .one: gather(orZero: rows, as: UInt8.self)
    case .two: gather(orZero: rows, as: UInt16.self)
    case .four: gather(orZero: rows, as: UInt32.self)
    case .eight: gather(orZero: rows, as: UInt64.self)
    }
  }

  private func gather<Code: FixedWidthInteger & UnsignedInteger>(
    orZero rows: ArraySlice<UInt32>, as type: Code.Type
  ) -> PackedCodes {
    let source = unsafe start(as: Code.self)
    let count = count
    return unsafe .filled(count: rows.count, width: width, as: Code.self) { room in
      for (place, row) in rows.enumerated() {
        precondition(row == .max || Int(row) < count)
        unsafe room[place] = row == .max ? 0 : source[Int(row)]
      }
    }
  }

  /// Slices of one width one after another.
  static func joined(_ parts: [PackedCodes], width: Width) -> PackedCodes {
    let count = parts.reduce(0) { $0 + $1.count }
    let buffer = CodeBuffer(byteCount: count * width.rawValue)
    var place = unsafe buffer.bytes
    for part in parts {
      let size = part.count * width.rawValue
      unsafe place.copyMemory(
        from: part.buffer.bytes + part.offset * width.rawValue, byteCount: size)
      unsafe place += size
    }
    return PackedCodes(buffer, count: count, width: width)
  }
}
