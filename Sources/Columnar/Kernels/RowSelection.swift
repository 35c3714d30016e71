/// Some rows of a morsel, in their order.
package enum RowSelection: Sendable {
  case all(Int)
  /// Rows that follow each other, as they often do in files in some order.
  case runs([Range<Int>], count: Int)
  case rows([UInt32])
  /// Rows from a first one on that are marked.
  case marked(MarkedRows, from: Int)

  /// How many rows there are.
  package var count: Int {
    switch self {
    case .all(let count), .runs(_, let count): count
    case .rows(let rows): rows.count
    case .marked(let rows, _): rows.count
    }
  }

  /// Those of some values, one for each row, that belong to the rows.
  package func values(of all: [UInt32]) -> [UInt32] {
    switch self {
    case .all: all
    case .runs(let runs, _): runs.flatMap { all[$0] }
    case .rows(let rows): rows.map { all[Int($0)] }
    case .marked(let rows, let first): rows.rows(from: first).map { all[Int($0)] }
    }
  }

  /// The rows whose byte has its lowest bit set, and how many bytes have the bit above it.
  ///
  /// - Parameters:
  ///   - range: the rows that the bytes stand for, all below 2^32.
  ///   - count: how many rows there are, of which the range may be a part.
  package static func marked(_ marks: [UInt8], for range: Range<Int>, of count: Int) -> (
    rows: RowSelection, undecided: Int
  ) {
    marked(marks, for: range, of: count, isQuick: MarkedRows.areQuick)
  }

  /// The same where marks may be the quickest to work with, or not.
  static func marked(_ marks: [UInt8], for range: Range<Int>, of count: Int, isQuick: Bool) -> (
    rows: RowSelection, undecided: Int
  ) {
    precondition(marks.count == range.count)
    let first = range.lowerBound
    let marked = MarkedRows(marks)
    let rows: RowSelection
    if marked.count == marks.count {
      rows = whole(range, of: count)
    } else if isQuick, marked.runCount * 256 > marked.count {
      rows = .marked(marked, from: first)
    } else if marked.runCount * 16 <= marked.count {
      rows = .runs(marked.runs(from: first), count: marked.count)
    } else {
      rows = .rows(marked.rows(from: first))
    }
    return (rows, marked.undecided)
  }

  /// The same for a byte of each row there is.
  package static func marked(_ marks: [UInt8]) -> (rows: RowSelection, undecided: Int) {
    marked(marks, for: marks.indices, of: marks.count)
  }

  /// All rows of a range, of so many there are.
  package static func whole(_ range: Range<Int>, of count: Int) -> RowSelection {
    range == 0..<count ? .all(count) : .runs([range], count: range.count)
  }
}

extension Column {
  /// The rows of a selection.
  package func gather(_ selection: RowSelection) -> Column {
    switch selection {
    case .all: return self
    case .rows(let rows): return gather(at: rows)
    case .marked(let rows, let first):
      guard let packed, packed.codeCount > 0, coverage == nil else {
        return gather(at: rows.rows(from: first))
      }
      return Column(
        packed.with(packed.codes.gather(rows, from: first)),
        missing: missing.flatMap { MissingMasks.gather($0, rows, from: first) })
    case .runs(let runs, let count):
      if runs.count == 1 { return slice(runs[0]) }
      let mask = missing.flatMap { mask in
        // Mostly rows are chosen that have a value: to look costs less than to copy.
        runs.contains { MissingMasks.hasMissing(mask, in: $0) }
          ? Self.joined(mask, runs, count) : nil
      }
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
  /// The codes of marked rows, of which the first has a number.
  func gather(_ rows: MarkedRows, from first: Int) -> PackedCodes {
    precondition(first >= 0 && first + rows.extent <= count)
    let size = width.rawValue
    let room = CodeBuffer(byteCount: rows.count * size)
    unsafe rows.copy(buffer.bytes + (offset + first) * size, width: size, to: room.bytes)
    return PackedCodes(room, count: rows.count, width: width)
  }

  /// The codes of ranges, one after another.
  func gather(_ runs: [Range<Int>], count: Int) -> PackedCodes {
    let size = width.rawValue
    let room = CodeBuffer(byteCount: count * size)
    let source = unsafe buffer.bytes + offset * size
    var place = 0
    for run in runs {
      let length = run.count * size
      precondition(
        run.lowerBound >= 0 && run.upperBound <= self.count && place + length <= count * size)
      unsafe Self.copy(source + run.lowerBound * size, length, to: room.bytes + place)
      place += length
    }
    precondition(place == count * size)
    return PackedCodes(room, count: count, width: width)
  }

  /// Copies bytes, few of them in pieces: both places have ``CodeBuffer/slack`` behind what is theirs,
  /// and what is written there is written over by what follows.
  @inline(__always)
  private static func copy(
    _ source: UnsafeMutableRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
  ) {
    typealias Piece = SIMD32<UInt8>
    guard count <= 256 else { return unsafe target.copyMemory(from: source, byteCount: count) }
    var place = 0
    while place < count {
      let piece = unsafe source.loadUnaligned(fromByteOffset: place, as: Piece.self)
      unsafe target.storeBytes(of: piece, toByteOffset: place, as: Piece.self)
      place &+= MemoryLayout<Piece>.size
    }
  }
}
