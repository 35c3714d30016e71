extension PackedCodes {
  /// Looks each code up in a table, row by row; a missing row takes the entry of its reason.
  ///
  /// - Parameters:
  ///   - table: an entry for each code.
  ///   - missing: the reasons of the rows, 0 for known; nil when all are known.
  ///   - reasons: an entry for each raw value of a reason; 256 of them.
  package func lookup(_ table: [UInt8], missing: [UInt8]?, reasons: [UInt8]) -> [UInt8] {
    switch width {
    case .one: lookup(table, missing, reasons, as: UInt8.self)
    case .two: lookup(table, missing, reasons, as: UInt16.self)
    case .four: lookup(table, missing, reasons, as: UInt32.self)
    case .eight: lookup(table, missing, reasons, as: UInt64.self)
    }
  }

  private func lookup<Code: FixedWidthInteger & UnsignedInteger>(
    _ table: [UInt8], _ missing: [UInt8]?, _ reasons: [UInt8], as type: Code.Type
  ) -> [UInt8] {
    precondition(missing?.count ?? count == count && reasons.count == 256)
    let codes = unsafe start(as: Code.self)
    let count = count
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      unsafe table.withUnsafeBufferPointer { table in
        // Without an entry every row is missing.
        if let start = room.baseAddress, !table.isEmpty { unsafe look(codes, table, start) }
      }
      if let missing {
        for row in 0..<count where missing[row] != 0 {
          unsafe room[row] = reasons[Int(missing[row])]
        }
      }
      filled = count
    }
  }

  /// Looks all codes up, as many at a time as fit eight bytes when these are the same, as in files
  /// in some order they often are.
  @inline(__always)
  private func look<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: UnsafePointer<Code>, _ table: UnsafeBufferPointer<UInt8>,
    _ room: UnsafeMutablePointer<UInt8>
  ) {
    let raw = unsafe UnsafeRawPointer(codes)
    if Code.self == UInt8.self, let few = unsafe FewOutcomes(table) {
      return unsafe few.look(raw.assumingMemoryBound(to: UInt8.self), room, count: count)
    }
    let step = 8 / MemoryLayout<Code>.size
    var row = 0
    while step > 1, row &+ step <= count {
      let word = unsafe raw.loadUnaligned(
        fromByteOffset: row &* MemoryLayout<Code>.size, as: UInt64.self)
      let turned = word << UInt64(Code.bitWidth) | word >> UInt64(64 - Code.bitWidth)
      if word == turned {
        let outcome = unsafe table[Int(codes[row])]
        for place in row..<(row &+ step) { unsafe room[place] = outcome }
      } else {
        for place in row..<(row &+ step) { unsafe room[place] = table[Int(codes[place])] }
      }
      row &+= step
    }
    while row < count {
      unsafe room[row] = table[Int(codes[row])]
      row &+= 1
    }
  }

  /// Narrows outcomes by those that codes have in a table: both must hold. Of an outcome the lowest
  /// bit says whether a condition holds, the one above whether a missing value decided.
  ///
  /// Parameters as of ``lookup(_:missing:reasons:)``. Rows that do not hold already are passed over
  /// eight at a time.
  package func narrow(
    _ outcomes: inout [UInt8], _ table: [UInt8], missing: [UInt8]?, reasons: [UInt8]
  ) {
    switch width {
    case .one: narrow(&outcomes, table, missing, reasons, as: UInt8.self)
    case .two: narrow(&outcomes, table, missing, reasons, as: UInt16.self)
    case .four: narrow(&outcomes, table, missing, reasons, as: UInt32.self)
    case .eight: narrow(&outcomes, table, missing, reasons, as: UInt64.self)
    }
  }

  private func narrow<Code: FixedWidthInteger & UnsignedInteger>(
    _ outcomes: inout [UInt8], _ table: [UInt8], _ missing: [UInt8]?, _ reasons: [UInt8],
    as type: Code.Type
  ) {
    precondition(
      outcomes.count == count && missing?.count ?? count == count && reasons.count == 256)
    let codes = unsafe start(as: Code.self)
    let count = count
    if Code.self == UInt8.self, missing == nil, narrowFew(&outcomes, table) { return }
    unsafe outcomes.withUnsafeMutableBytes { outcomes in
      var row = 0
      while row < count {
        if row &+ 8 <= count,
          unsafe outcomes.loadUnaligned(fromByteOffset: row, as: UInt64.self) == 0
        {
          row &+= 8
          continue
        }
        let end = min(row &+ 8, count)
        while row < end {
          let reason = missing.map { $0[row] } ?? 0
          let own = unsafe reason == 0 ? table[Int(codes[row])] : reasons[Int(reason)]
          unsafe outcomes[row] = Self.both(outcomes[row], own)
          row &+= 1
        }
      }
    }
  }

  /// The same for codes of one byte of which nearly all have one outcome; else false.
  private func narrowFew(_ outcomes: inout [UInt8], _ table: [UInt8]) -> Bool {
    unsafe table.withUnsafeBufferPointer { table in
      guard let few = unsafe FewOutcomes(table), few.isDefinite else { return false }
      let codes = unsafe start(as: UInt8.self)
      unsafe outcomes.withUnsafeMutableBufferPointer { outcomes in
        if let room = outcomes.baseAddress { unsafe few.narrow(codes, room, count: outcomes.count) }
      }
      return true
    }
  }

  /// Two outcomes as one: open when a side is and neither is a definite false.
  @inline(__always)
  private static func both(_ left: UInt8, _ right: UInt8) -> UInt8 {
    let open = (left | right) & (left | left &<< 1) & (right | right &<< 1) & 2
    return left & right & 1 | open
  }

  /// Other codes for these: `table` has one for each, all below `count` of the new kind.
  package func mapped(_ table: [UInt32], to width: Width) -> PackedCodes {
    switch self.width {
    case .one: mapped(table, from: UInt8.self, to: width)
    case .two: mapped(table, from: UInt16.self, to: width)
    case .four: mapped(table, from: UInt32.self, to: width)
    case .eight: mapped(table, from: UInt64.self, to: width)
    }
  }

  private func mapped<Code: FixedWidthInteger & UnsignedInteger>(
    _ table: [UInt32], from type: Code.Type, to width: Width
  ) -> PackedCodes {
    switch width {
    case .one: mapped(table, from: type, as: UInt8.self, width)
    case .two: mapped(table, from: type, as: UInt16.self, width)
    case .four, .eight: mapped(table, from: type, as: UInt32.self, .four)
    }
  }

  private func mapped<
    Code: FixedWidthInteger & UnsignedInteger, Target: FixedWidthInteger & UnsignedInteger
  >(_ table: [UInt32], from type: Code.Type, as target: Target.Type, _ width: Width) -> PackedCodes
  {
    let codes = unsafe start(as: Code.self)
    let count = count
    return unsafe .filled(count: count, width: width, as: Target.self) { room in
      unsafe table.withUnsafeBufferPointer { table in
        for row in 0..<count {
          unsafe room[row] = Target(truncatingIfNeeded: table[Int(codes[row])])
        }
      }
    }
  }

  /// The codes in four bytes each, for those that fit.
  package var narrowed: [UInt32] {
    var codes = [UInt32](repeating: 0, count: count)
    addCells(&codes, stride: 1, missing: nil, missingCode: 0)
    return codes
  }
}
