/// Rows of packed values with their groups, kept as they came.
struct KeptRows: Sendable {
  let codes: PackedCodes
  let missing: [UInt8]?
  /// The group of each row; `UInt32.max` for one that nobody wants.
  let groups: [UInt32]

  /// The rows with other numbers for the groups.
  func renumbered(_ numbers: [UInt32]) -> KeptRows {
    let isSame = numbers.indices.allSatisfy { numbers[$0] == UInt32(truncatingIfNeeded: $0) }
    if isSame { return self }
    return KeptRows(codes: codes, missing: missing, groups: groups.map { numbers[Int($0)] })
  }
}

extension Moments {
  /// The codes of the known rows, those of a group together, and where those of each group begin.
  ///
  /// - Parameter numbers: for each group the number it has here, or `UInt32.max` when nobody wants
  ///   it; nil when they have their own.
  func codesByGroup(_ numbers: [UInt32]?) -> (codes: [UInt64], starts: [Int]) {
    var starts = [Int](repeating: 0, count: known.count + 1)
    for group in known.indices { starts[group + 1] = starts[group] + Int(known[group]) }
    var next = starts
    let total = starts[known.count]
    let codes = unsafe [UInt64](unsafeUninitializedCapacity: total) { room, filled in
      for rows in kept {
        switch rows.codes.width {
        case .one: unsafe Self.place(rows, UInt8.self, numbers, room, &next)
        case .two: unsafe Self.place(rows, UInt16.self, numbers, room, &next)
        case .four: unsafe Self.place(rows, UInt32.self, numbers, room, &next)
        case .eight: unsafe Self.place(rows, UInt64.self, numbers, room, &next)
        }
      }
      filled = total
    }
    return (codes, starts)
  }

  @inline(__always)
  private static func place<Code: FixedWidthInteger & UnsignedInteger>(
    _ rows: KeptRows, _ type: Code.Type, _ numbers: [UInt32]?,
    _ room: UnsafeMutableBufferPointer<UInt64>, _ next: inout [Int]
  ) {
    let start = unsafe rows.codes.start(as: Code.self)
    unsafe next.withUnsafeMutableBufferPointer { next in
      for row in rows.groups.indices {
        var group = Int(rows.groups[row])
        if let numbers { group = Int(numbers[group]) }
        guard group < next.count - 1, (rows.missing?[row] ?? 0) == 0 else { continue }
        let place = unsafe next[group]
        precondition(place < room.count)
        unsafe room.initializeElement(at: place, to: UInt64(start[row]))
        unsafe next[group] = place &+ 1
      }
    }
  }

  /// Where the codes of a group stand among all; the moments are settled.
  package func range(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  /// The code at a place of the order of a group's known codes, and the one behind it, or the same
  /// where there is none; the moments are settled.
  package func around(_ place: Int, of group: Int) -> (UInt64, UInt64) {
    buckets?.around(place, of: group, codes, range(of: group)) ?? (0, 0)
  }

  /// The number a code stands for.
  package func number(_ code: UInt64) -> Double {
    let whole = Double(values.base &+ Int64(bitPattern: code))
    return whole / values.divisor
  }
}
