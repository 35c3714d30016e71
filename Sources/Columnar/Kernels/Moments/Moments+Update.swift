extension Moments {
  /// Takes rows in; every group is below the number of groups.
  package mutating func update(_ codes: PackedCodes, missing: [UInt8]?, groups: [UInt32]) {
    precondition(codes.count == groups.count && missing?.count ?? codes.count == codes.count)
    switch codes.width {
    case .one: update(codes, missing, groups, as: UInt8.self)
    case .two: update(codes, missing, groups, as: UInt16.self)
    case .four: update(codes, missing, groups, as: UInt32.self)
    case .eight: update(codes, missing, groups, as: UInt64.self)
    }
    if needs.contains(.values) {
      kept.append(KeptRows(codes: codes, missing: missing, groups: groups))
    }
    if let missing { note(missing, groups) }
  }

  /// Counts missing rows.
  private mutating func note(_ missing: [UInt8], _ groups: [UInt32]) {
    countLost()
    let groupCount = known.count
    unsafe missing.withUnsafeBytes { missing in
      unsafe groups.withUnsafeBufferPointer { groups in
        unsafe lost.withUnsafeMutableBufferPointer { lost in
          unsafe reasons.withUnsafeMutableBufferPointer { reasons in
            var row = 0
            while row < missing.count {
              // Eight known rows at a time are passed over.
              if row &+ 8 <= missing.count,
                unsafe missing.loadUnaligned(fromByteOffset: row, as: UInt64.self) == 0
              {
                row &+= 8
                continue
              }
              let end = min(row &+ 8, missing.count)
              while row < end {
                let reason = unsafe missing[row]
                if reason != 0 {
                  let group = unsafe Int(groups[row])
                  precondition(group < groupCount)
                  unsafe lost[group] &+= 1
                  let earlier = unsafe reasons[group]
                  unsafe reasons[group] =
                    earlier == 0 || earlier == reason ? reason : Self.mixed
                }
                row &+= 1
              }
            }
          }
        }
      }
    }
  }

  private mutating func update<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: PackedCodes, _ missing: [UInt8]?, _ groups: [UInt32], as type: Code.Type
  ) {
    let takesExtremes = !needs.isDisjoint(with: [.least, .greatest])
    switch (missing, takesExtremes) {
    case (nil, false):
      run(codes, groups, as: type) { _, code, found, sum, _, _ in
        found &+= 1
        sum &+= code
      }
    case (nil, true):
      run(codes, groups, as: type) { _, code, found, sum, low, high in
        found &+= 1
        sum &+= code
        low = min(low, code)
        high = max(high, code)
      }
    case (let missing?, let takesExtremes):
      unsafe missing.withUnsafeBufferPointer { missing in
        if takesExtremes {
          run(codes, groups, as: type) { row, code, found, sum, low, high in
            // All ones for a known row, all zeros for a missing one: no branch to predict.
            let keep = unsafe missing[row] == 0 ? UInt64.max : 0
            found &+= UInt32(truncatingIfNeeded: keep & 1)
            sum &+= code & keep
            low = min(low, code | ~keep)
            high = max(high, code & keep)
          }
        } else {
          run(codes, groups, as: type) { row, code, found, sum, _, _ in
            let keep = unsafe missing[row] == 0 ? UInt64.max : 0
            found &+= UInt32(truncatingIfNeeded: keep & 1)
            sum &+= code & keep
          }
        }
      }
    }
  }

  /// Adds rows up with `add`, and their groups' share once for rows of one group that follow each
  /// other, as they often do.
  @inline(__always)
  private mutating func run<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: PackedCodes, _ groups: [UInt32], as type: Code.Type,
    _ add: (Int, UInt64, inout UInt32, inout UInt64, inout UInt64, inout UInt64) -> Void
  ) {
    let start = unsafe codes.start(as: Code.self)
    let groupCount = known.count
    unsafe groups.withUnsafeBufferPointer { groups in
      unsafe known.withUnsafeMutableBufferPointer { known in
        unsafe sums.withUnsafeMutableBufferPointer { sums in
          unsafe leastCodes.withUnsafeMutableBufferPointer { least in
            unsafe greatestCodes.withUnsafeMutableBufferPointer { greatest in
              let count = groups.count
              var row = 0
              while row < count {
                let group = unsafe groups[row]
                precondition(Int(group) < groupCount)
                var found: UInt32 = 0
                var sum: UInt64 = 0
                var low = UInt64.max
                var high: UInt64 = 0
                repeat {
                  unsafe add(row, UInt64(start[row]), &found, &sum, &low, &high)
                  row &+= 1
                } while unsafe row < count && groups[row] == group
                let place = Int(group)
                unsafe known[place] &+= found
                if sums.count > 0 { unsafe sums[place] &+= Int64(bitPattern: sum) }
                if least.count > 0 { unsafe least[place] = min(least[place], low) }
                if greatest.count > 0 { unsafe greatest[place] = max(greatest[place], high) }
              }
            }
          }
        }
      }
    }
  }
}
