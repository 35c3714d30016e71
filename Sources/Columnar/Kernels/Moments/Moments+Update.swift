extension Moments {
  /// Takes rows in; every group is below the number of groups.
  package mutating func update(_ codes: PackedCodes, missing: [UInt8]?, _ rows: GroupedRows) {
    precondition(codes.count == rows.groups.count && missing?.count ?? codes.count == codes.count)
    switch codes.width {
    case .one: update(codes, missing, rows, as: UInt8.self)
    case .two: update(codes, missing, rows, as: UInt16.self)
    case .four: update(codes, missing, rows, as: UInt32.self)
    case .eight: update(codes, missing, rows, as: UInt64.self)
    }
    if needs.contains(.values) {
      kept.append(KeptRows(codes: codes, missing: missing, groups: rows.groups))
    }
  }

  /// What is worked out of rows, decided before the loop over them.
  private enum Kind {
    case counts
    case sums
    case extremes
  }

  private mutating func update<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: PackedCodes, _ missing: [UInt8]?, _ rows: GroupedRows, as type: Code.Type
  ) {
    let groups = rows.groups
    let kind: Kind =
      !needs.isDisjoint(with: [.least, .greatest])
      ? .extremes : needs.contains(.sum) ? .sums : .counts
    if missing != nil { countLost() }
    if let most = rows.scatteredMost {
      precondition(Int(most) < known.count)
      return scatter(codes, missing, groups, as: type)
    }
    guard let missing else {
      switch kind {
      case .counts: return unsafe run(codes, groups, .counts, as: type, keeping: { _ in .max })
      case .sums: return unsafe run(codes, groups, .sums, as: type, keeping: { _ in .max })
      case .extremes: return unsafe run(codes, groups, .extremes, as: type, keeping: { _ in .max })
      }
    }
    unsafe missing.withUnsafeBufferPointer { missing in
      // All ones for a known row, all zeros for a missing one: no branch to predict.
      let keep = { row in unsafe missing[row] == 0 ? UInt64.max : 0 }
      switch kind {
      case .counts: unsafe run(codes, groups, .counts, as: type, missing, keeping: keep)
      case .sums: unsafe run(codes, groups, .sums, as: type, missing, keeping: keep)
      case .extremes: unsafe run(codes, groups, .extremes, as: type, missing, keeping: keep)
      }
    }
  }

  /// Adds rows up, and their groups' share once for rows of one group that follow each other, as
  /// they often do.
  @inline(__always)
  private mutating func run<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: PackedCodes, _ groups: [UInt32], _ kind: Kind, as type: Code.Type,
    _ missing: UnsafeBufferPointer<UInt8>? = nil, keeping keep: (Int) -> UInt64
  ) {
    let start = unsafe codes.start(as: Code.self)
    withBuffers { buffers in
      unsafe groups.withUnsafeBufferPointer { groups in
        let count = groups.count
        var row = 0
        while row < count {
          let first = row
          let group = unsafe groups[row]
          precondition(unsafe Int(group) < buffers.known.count)
          var found: UInt32 = 0
          var sum: UInt64 = 0
          var low = UInt64.max
          var high: UInt64 = 0
          repeat {
            let (code, keep) = (unsafe UInt64(start[row]), keep(row))
            found &+= UInt32(truncatingIfNeeded: keep & 1)
            if kind != .counts { sum &+= code & keep }
            if kind == .extremes {
              low = min(low, code | ~keep)
              high = max(high, code & keep)
            }
            row &+= 1
          } while unsafe row < count && groups[row] == group
          let place = Int(group)
          unsafe buffers.known[place] &+= found
          if kind == .sums { unsafe buffers.sums[place] &+= Int64(bitPattern: sum) }
          if kind == .extremes { buffers.add(sum, low, high, to: place) }
          if let missing = unsafe missing, Int(found) < row &- first {
            unsafe buffers.lost[place] &+= UInt32(truncatingIfNeeded: row &- first) &- found
            unsafe buffers.join(missing, first..<row, of: place)
          }
        }
      }
    }
  }

  /// The memory of what is kept for each group; what is not kept has none.
  @safe
  struct Buffers {
    let known: UnsafeMutableBufferPointer<UInt32>
    let lost: UnsafeMutableBufferPointer<UInt32>
    let reasons: UnsafeMutableBufferPointer<UInt8>
    let sums: UnsafeMutableBufferPointer<Int64>
    let least: UnsafeMutableBufferPointer<UInt64>
    let greatest: UnsafeMutableBufferPointer<UInt64>

    @inline(__always)
    func add(_ sum: UInt64, _ low: UInt64, _ high: UInt64, to place: Int) {
      if unsafe sums.count > 0 { unsafe sums[place] &+= Int64(bitPattern: sum) }
      if unsafe least.count > 0 { unsafe least[place] = min(least[place], low) }
      if unsafe greatest.count > 0 { unsafe greatest[place] = max(greatest[place], high) }
    }

    /// Takes in why rows of a group are missing.
    func join(_ missing: UnsafeBufferPointer<UInt8>, _ rows: Range<Int>, of place: Int) {
      for row in rows {
        let reason = unsafe missing[row]
        guard reason != 0 else { continue }
        let earlier = unsafe reasons[place]
        unsafe reasons[place] = earlier == 0 || earlier == reason ? reason : Moments.mixed
      }
    }
  }

  /// Hands over the memory of what is kept.
  @inline(__always)
  mutating func withBuffers(_ body: (Buffers) -> Void) {
    unsafe known.withUnsafeMutableBufferPointer { known in
      unsafe lost.withUnsafeMutableBufferPointer { lost in
        unsafe reasons.withUnsafeMutableBufferPointer { reasons in
          unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe leastCodes.withUnsafeMutableBufferPointer { least in
              unsafe greatestCodes.withUnsafeMutableBufferPointer { greatest in
                unsafe body(
                  Buffers(
                    known: known, lost: lost, reasons: reasons, sums: sums, least: least,
                    greatest: greatest))
              }
            }
          }
        }
      }
    }
  }
}
