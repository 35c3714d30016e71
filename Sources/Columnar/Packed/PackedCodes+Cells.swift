/// Cells of rows: numbers that keys add up to.
extension PackedCodes {
  /// Adds `stride` times each code to a row's cell; a missing row counts as code `missingCode`.
  package func addCells(
    _ cells: inout [UInt32], stride: UInt32, missing: [UInt8]?, missingCode: UInt32
  ) {
    addCodes(&cells, stride, missing, missingCode)
  }

  /// The same for cells of 64 bits.
  package func addCells(
    _ cells: inout [UInt64], stride: UInt64, missing: [UInt8]?, missingCode: UInt64
  ) {
    addCodes(&cells, stride, missing, missingCode)
  }

  /// Adds an entry of a table to each row's cell: that of its code, or of a missing row another.
  package func addEntries(
    _ table: [UInt32], to cells: inout [UInt32], missing: [UInt8]?, missingEntry: UInt32
  ) {
    addTable(table, &cells, missing, missingEntry)
  }

  /// The same for cells of 64 bits.
  package func addEntries(
    _ table: [UInt64], to cells: inout [UInt64], missing: [UInt8]?, missingEntry: UInt64
  ) {
    addTable(table, &cells, missing, missingEntry)
  }

  @inline(__always)
  private func addCodes<Cell: FixedWidthInteger & UnsignedInteger>(
    _ cells: inout [Cell], _ stride: Cell, _ missing: [UInt8]?, _ missingCode: Cell
  ) {
    switch width {
    case .one: addCodes(&cells, stride, missing, missingCode, as: UInt8.self)
    case .two: addCodes(&cells, stride, missing, missingCode, as: UInt16.self)
    case .four: addCodes(&cells, stride, missing, missingCode, as: UInt32.self)
    case .eight: addCodes(&cells, stride, missing, missingCode, as: UInt64.self)
    }
  }

  private func addCodes<
    Code: FixedWidthInteger & UnsignedInteger, Cell: FixedWidthInteger & UnsignedInteger
  >(
    _ cells: inout [Cell], _ stride: Cell, _ missing: [UInt8]?, _ missingCode: Cell,
    as type: Code.Type
  ) {
    precondition(cells.count == count && missing?.count ?? count == count)
    let codes = unsafe start(as: Code.self)
    let count = count
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      guard let missing else {
        for row in 0..<count {
          unsafe cells[row] &+= Cell(truncatingIfNeeded: codes[row]) &* stride
        }
        return
      }
      unsafe missing.withUnsafeBufferPointer { missing in
        for row in 0..<count {
          let code =
            unsafe missing[row] == 0 ? Cell(truncatingIfNeeded: codes[row]) : missingCode
          unsafe cells[row] &+= code &* stride
        }
      }
    }
  }

  @inline(__always)
  private func addTable<Cell: FixedWidthInteger & UnsignedInteger>(
    _ table: [Cell], _ cells: inout [Cell], _ missing: [UInt8]?, _ missingEntry: Cell
  ) {
    switch width {
    case .one: addTable(table, &cells, missing, missingEntry, as: UInt8.self)
    case .two: addTable(table, &cells, missing, missingEntry, as: UInt16.self)
    case .four: addTable(table, &cells, missing, missingEntry, as: UInt32.self)
    case .eight: addTable(table, &cells, missing, missingEntry, as: UInt64.self)
    }
  }

  private func addTable<
    Code: FixedWidthInteger & UnsignedInteger, Cell: FixedWidthInteger & UnsignedInteger
  >(
    _ table: [Cell], _ cells: inout [Cell], _ missing: [UInt8]?, _ missingEntry: Cell,
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
