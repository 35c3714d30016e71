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
    let step = 8 / MemoryLayout<Code>.size
    let raw = unsafe UnsafeRawPointer(codes)
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

  /// Adds `stride` times each code to a row's cell; a missing row counts as code `missingCode`.
  package func addCells(
    _ cells: inout [UInt32], stride: UInt32, missing: [UInt8]?, missingCode: UInt32
  ) {
    switch width {
    case .one: addCells(&cells, stride, missing, missingCode, as: UInt8.self)
    case .two: addCells(&cells, stride, missing, missingCode, as: UInt16.self)
    case .four: addCells(&cells, stride, missing, missingCode, as: UInt32.self)
    case .eight: addCells(&cells, stride, missing, missingCode, as: UInt64.self)
    }
  }

  private func addCells<Code: FixedWidthInteger & UnsignedInteger>(
    _ cells: inout [UInt32], _ stride: UInt32, _ missing: [UInt8]?, _ missingCode: UInt32,
    as type: Code.Type
  ) {
    precondition(cells.count == count)
    let codes = unsafe start(as: Code.self)
    let count = count
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      guard let missing else {
        for row in 0..<count {
          unsafe cells[row] &+= UInt32(truncatingIfNeeded: codes[row]) &* stride
        }
        return
      }
      unsafe missing.withUnsafeBufferPointer { missing in
        for row in 0..<count {
          let code =
            unsafe missing[row] == 0
            ? UInt32(truncatingIfNeeded: codes[row]) : missingCode
          unsafe cells[row] &+= code &* stride
        }
      }
    }
  }

  /// Adds an entry of a table to each row's cell: that of its code, or of a missing row another.
  package func addEntries(
    _ table: [UInt32], to cells: inout [UInt32], missing: [UInt8]?, missingEntry: UInt32
  ) {
    switch width {
    case .one: addEntries(table, &cells, missing, missingEntry, as: UInt8.self)
    case .two: addEntries(table, &cells, missing, missingEntry, as: UInt16.self)
    case .four: addEntries(table, &cells, missing, missingEntry, as: UInt32.self)
    case .eight: addEntries(table, &cells, missing, missingEntry, as: UInt64.self)
    }
  }

  private func addEntries<Code: FixedWidthInteger & UnsignedInteger>(
    _ table: [UInt32], _ cells: inout [UInt32], _ missing: [UInt8]?, _ missingEntry: UInt32,
    as type: Code.Type
  ) {
    precondition(cells.count == count && missing?.count ?? count == count)
    let codes = unsafe start(as: Code.self)
    let count = count
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      unsafe table.withUnsafeBufferPointer { table in
        guard let missing else {
          for row in 0..<count { unsafe cells[row] &+= table[Int(codes[row])] }
          return
        }
        unsafe missing.withUnsafeBufferPointer { missing in
          for row in 0..<count {
            unsafe cells[row] &+= missing[row] == 0 ? table[Int(codes[row])] : missingEntry
          }
        }
      }
    }
  }
}
