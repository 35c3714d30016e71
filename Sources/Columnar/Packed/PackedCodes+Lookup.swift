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
    let codes = unsafe start(as: Code.self)
    let count = count
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      unsafe table.withUnsafeBufferPointer { table in
        guard let missing else {
          for row in 0..<count { unsafe room[row] = table[Int(codes[row])] }
          return
        }
        unsafe missing.withUnsafeBufferPointer { missing in
          unsafe reasons.withUnsafeBufferPointer { reasons in
            for row in 0..<count {
              let reason = unsafe missing[row]
              unsafe room[row] = reason == 0 ? table[Int(codes[row])] : reasons[Int(reason)]
            }
          }
        }
      }
      filled = count
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
