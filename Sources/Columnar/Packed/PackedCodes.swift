/// Unsigned codes of one width, in rows: a slice of a buffer that others share.
@safe
package struct PackedCodes: Sendable {
  /// Bytes a code takes.
  package enum Width: Int, Sendable {
    case one = 1
    case two = 2
    case four = 4
    case eight = 8

    /// The narrowest width that holds codes up to a greatest one.
    package init(holding greatest: UInt64) {
      if greatest <= 0xFF {
        self = .one
      } else if greatest <= 0xFFFF {
        self = .two
      } else if greatest <= 0xFFFF_FFFF {
        self = .four
      } else {
        self = .eight
      }
    }
  }

  package let buffer: CodeBuffer
  /// The first code's place, counted in codes.
  package let offset: Int
  package let count: Int
  package let width: Width

  /// Makes a slice; the buffer must hold `offset + count` codes of the width.
  package init(_ buffer: CodeBuffer, offset: Int = 0, count: Int, width: Width) {
    self.buffer = buffer
    self.offset = offset
    self.count = count
    self.width = width
  }

  /// Where the codes begin. Valid as long as the buffer lives.
  @inline(__always)
  func start<Code: FixedWidthInteger & UnsignedInteger>(as type: Code.Type) -> UnsafePointer<Code> {
    unsafe UnsafePointer(
      (buffer.bytes + offset * MemoryLayout<Code>.size)
        .assumingMemoryBound(to: Code.self))
  }

  /// One code; kernels take the memory.
  package subscript(row: Int) -> UInt64 {
    precondition(row >= 0 && row < count)
    switch width {
    case .one: return unsafe UInt64(start(as: UInt8.self)[row])
    case .two: return unsafe UInt64(start(as: UInt16.self)[row])
    case .four: return unsafe UInt64(start(as: UInt32.self)[row])
    case .eight: return unsafe start(as: UInt64.self)[row]
    }
  }

  /// The codes of a range of rows, without a copy.
  package func slice(_ range: Range<Int>) -> PackedCodes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return PackedCodes(
      buffer, offset: offset + range.lowerBound, count: range.count, width: width)
  }

  /// Makes codes by filling room for them; `fill` must write every one.
  @inline(__always)
  static func filled<Code: FixedWidthInteger & UnsignedInteger>(
    count: Int, width: Width, as type: Code.Type, _ fill: (UnsafeMutablePointer<Code>) -> Void
  ) -> PackedCodes {
    let buffer = CodeBuffer(byteCount: count * MemoryLayout<Code>.size)
    unsafe fill(buffer.bytes.bindMemory(to: Code.self, capacity: count))
    return PackedCodes(buffer, count: count, width: width)
  }
}

extension PackedCodes {
  /// The codes 0 up to `count`, and so many zeros after them.
  package static func counting(_ count: Int, padding: Int, _ width: Width) -> PackedCodes {
    switch width {
    case .one: counting(count, padding, width, as: UInt8.self)
    case .two: counting(count, padding, width, as: UInt16.self)
    case .four: counting(count, padding, width, as: UInt32.self)
    case .eight: counting(count, padding, width, as: UInt64.self)
    }
  }

  private static func counting<Code: FixedWidthInteger & UnsignedInteger>(
    _ count: Int, _ padding: Int, _ width: Width, as type: Code.Type
  ) -> PackedCodes {
    unsafe filled(count: count + padding, width: width, as: Code.self) { room in
      for row in 0..<(count + padding) {
        unsafe room[row] = row < count ? Code(truncatingIfNeeded: row) : 0
      }
    }
  }
}

extension PackedCodes {
  /// Copies codes into a width that holds them; what is above `most` becomes 0.
  package init(_ codes: [UInt64], most: UInt64 = .max, width: Width) {
    switch width {
    case .one: self = Self.copied(codes, most, width, as: UInt8.self)
    case .two: self = Self.copied(codes, most, width, as: UInt16.self)
    case .four: self = Self.copied(codes, most, width, as: UInt32.self)
    case .eight: self = Self.copied(codes, most, width, as: UInt64.self)
    }
  }

  private static func copied<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: [UInt64], _ most: UInt64, _ width: Width, as type: Code.Type
  ) -> PackedCodes {
    unsafe filled(count: codes.count, width: width, as: Code.self) { room in
      unsafe codes.withUnsafeBufferPointer { codes in
        for row in codes.indices {
          let code = unsafe codes[row]
          unsafe room[row] = code > most ? 0 : Code(truncatingIfNeeded: code)
        }
      }
    }
  }

  /// Copies codes of four bytes.
  package init(_ codes: [UInt32]) {
    self = unsafe Self.filled(count: codes.count, width: .four, as: UInt32.self) { room in
      unsafe codes.withUnsafeBufferPointer { codes in
        if let start = codes.baseAddress {
          unsafe room.initialize(from: start, count: codes.count)
        }
      }
    }
  }
}
