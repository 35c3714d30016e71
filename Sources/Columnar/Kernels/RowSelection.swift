/// Some rows of a morsel, in their order.
package enum RowSelection: Sendable {
  case all(Int)
  /// Rows that follow each other, as they often do in files in some order.
  case runs([Range<Int>], count: Int)
  case rows([UInt32])

  /// How many rows there are.
  package var count: Int {
    switch self {
    case .all(let count), .runs(_, let count): count
    case .rows(let rows): rows.count
    }
  }

  /// The rows whose byte has its lowest bit set, and how many bytes have the bit above it.
  package static func marked(_ marks: [UInt8]) -> (rows: RowSelection, undecided: Int) {
    unsafe marks.withUnsafeBytes { bytes in
      let counts = unsafe count(bytes)
      let rows: RowSelection
      if counts.rows == marks.count {
        rows = .all(counts.rows)
      } else if counts.runs * 16 <= counts.rows || counts.rows == 0 {
        rows = unsafe .runs(runs(bytes, counts.runs), count: counts.rows)
      } else {
        rows = unsafe .rows(Self.rows(bytes, counts.rows))
      }
      return (rows, counts.undecided)
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Rows, runs of rows, and undecided rows, eight bytes at a time.
  private static func count(_ bytes: UnsafeRawBufferPointer) -> (
    rows: Int, runs: Int, undecided: Int
  ) {
    var rows = 0
    var runs = 0
    var undecided = 0
    var before: UInt64 = 0
    var index = 0
    while index + 8 <= bytes.count {
      let word = unsafe UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // Times ones the highest byte is the sum of all bytes, each 0 or 1.
      let held = word & ones
      rows &+= Int((held &* ones) >> 56)
      undecided &+= Int(((word >> 1 & ones) &* ones) >> 56)
      // A run begins where the byte before was not set.
      runs &+= Int(((held & ~(held << 8 | before)) &* ones) >> 56)
      before = held >> 56
      index &+= 8
    }
    while index < bytes.count {
      let byte = unsafe bytes[index]
      let held = UInt64(byte & 1)
      rows &+= Int(held)
      undecided &+= Int(byte >> 1 & 1)
      runs &+= Int(held & ~before)
      before = held
      index &+= 1
    }
    return (rows, runs, undecided)
  }

  private static func runs(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    runs.reserveCapacity(count)
    var index = 0
    while index < bytes.count {
      index = unsafe skip(bytes, from: index, isSet: false)
      guard index < bytes.count else { break }
      let end = unsafe skip(bytes, from: index, isSet: true)
      runs.append(index..<end)
      index = end
    }
    return runs
  }

  /// The first place from `start` on that is not as the ones before it.
  private static func skip(_ bytes: UnsafeRawBufferPointer, from start: Int, isSet: Bool) -> Int {
    let same = isSet ? ones : 0
    var index = start
    while index + 8 <= bytes.count {
      let word = unsafe UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let other = word & ones ^ same
      if other != 0 { return index + other.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, unsafe bytes[index] & 1 == (isSet ? 1 : 0) { index += 1 }
    return index
  }

  private static func rows(_ bytes: UnsafeRawBufferPointer, _ count: Int) -> [UInt32] {
    // One more than there are: each row is written and passed only when it is wanted.
    unsafe [UInt32](unsafeUninitializedCapacity: count + 1) { room, filled in
      var place = 0
      var row = 0
      while row < bytes.count {
        if row &+ 8 <= bytes.count,
          unsafe bytes.loadUnaligned(fromByteOffset: row, as: UInt64.self) & ones == 0
        {
          row &+= 8
          continue
        }
        let end = min(row &+ 8, bytes.count)
        while row < end {
          unsafe room[place] = UInt32(truncatingIfNeeded: row)
          place &+= unsafe Int(bytes[row] & 1)
          row &+= 1
        }
      }
      filled = count
    }
  }
}

extension Column {
  /// The rows of a selection.
  package func gather(_ selection: RowSelection) -> Column {
    switch selection {
    case .all: return self
    case .rows(let rows): return gather(at: rows)
    case .runs(let runs, let count):
      if runs.count == 1 { return slice(runs[0]) }
      let mask = missing.map { Self.joined($0, runs, count) }
      let covered = coverage.map {
        Coverage(known: Self.joined($0.known, runs, count), all: Self.joined($0.all, runs, count))
      }
      if let packed {
        return Column(
          packed.with(packed.codes.gather(runs, count: count)), missing: mask, coverage: covered)
      }
      let storage: Storage =
        switch self.storage {
        case .boolean(let values): .boolean(Self.joined(values, runs, count))
        case .integer(let values): .integer(Self.joined(values, runs, count))
        case .number(let values, let scale):
          .number(Self.joined(values, runs, count), scale: scale)
        case .text(let codes, let dictionary): .text(Self.joined(codes, runs, count), dictionary)
        case .date(let values): .date(Self.joined(values, runs, count))
        case .period(let values): .period(Self.joined(values, runs, count))
        }
      return Column(storage, missing: mask, coverage: covered)
    }
  }

  private static func joined<Element>(_ values: [Element], _ runs: [Range<Int>], _ count: Int)
    -> [Element]
  {
    var result: [Element] = []
    result.reserveCapacity(count)
    for run in runs { result += values[run] }
    return result
  }
}

extension PackedCodes {
  /// The codes of ranges, one after another.
  func gather(_ runs: [Range<Int>], count: Int) -> PackedCodes {
    let size = width.rawValue
    let room = CodeBuffer(byteCount: count * size)
    var place = unsafe room.bytes
    for run in runs {
      precondition(run.lowerBound >= 0 && run.upperBound <= self.count)
      unsafe place.copyMemory(
        from: buffer.bytes + (offset + run.lowerBound) * size, byteCount: run.count * size)
      unsafe place += run.count * size
    }
    precondition(unsafe place == room.bytes + count * size)
    return PackedCodes(room, count: count, width: width)
  }
}
