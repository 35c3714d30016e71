/// How work over many rows is spread over threads. No result may depend on it.
package struct RowWorkers: Sendable {
  /// Calls a body with ranges that make up all of a number of rows, and waits for all.
  private let ranges: @Sendable (Int, @escaping @Sendable (Range<Int>) -> Void) -> Void

  /// Makes it of something that calls a body with ranges of rows, each row in one of them.
  package init(ranges: @escaping @Sendable (Int, @escaping @Sendable (Range<Int>) -> Void) -> Void)
  {
    self.ranges = ranges
  }

  /// All rows at once, where it is called.
  package static let one = RowWorkers { count, body in body(0..<count) }

  /// Calls `body` with ranges that make up all of `count`.
  package func run(_ count: Int, _ body: @escaping @Sendable (Range<Int>) -> Void) {
    ranges(count, body)
  }

  /// An array of which each range writes its own rows, every one of them.
  package func filled<Element: BitwiseCopyable & Sendable>(
    _ count: Int, _ type: Element.Type,
    _ body: @escaping @Sendable (Range<Int>, RowRoom<Element>) -> Void
  ) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: count) { room, filled in
      if let start = room.baseAddress {
        let room = unsafe RowRoom(start: start, count: count)
        ranges(count) { body($0, room) }
      }
      filled = count
    }
  }

  /// Two arrays of which each range writes its own rows, every one of both.
  package func filled<First: BitwiseCopyable & Sendable, Second: BitwiseCopyable & Sendable>(
    _ count: Int, _ first: First.Type, _ second: Second.Type,
    _ body: @escaping @Sendable (Range<Int>, RowRoom<First>, RowRoom<Second>) -> Void
  ) -> ([First], [Second]) {
    var seconds: [Second] = []
    let firsts = unsafe [First](unsafeUninitializedCapacity: count) { room, filled in
      if let start = room.baseAddress {
        let room = unsafe RowRoom(start: start, count: count)
        seconds = filledSecond(count, room, body)
      }
      filled = count
    }
    return (firsts, seconds)
  }

  private func filledSecond<First: BitwiseCopyable & Sendable, Second: BitwiseCopyable & Sendable>(
    _ count: Int, _ first: RowRoom<First>,
    _ body: @escaping @Sendable (Range<Int>, RowRoom<First>, RowRoom<Second>) -> Void
  ) -> [Second] {
    filled(count, Second.self) { range, second in body(range, first, second) }
  }

  /// Three arrays of which each range writes its own rows, every one of all.
  package func filled<
    First: BitwiseCopyable & Sendable, Second: BitwiseCopyable & Sendable,
    Third: BitwiseCopyable & Sendable
  >(
    _ count: Int, _ first: First.Type, _ second: Second.Type, _ third: Third.Type,
    _ body:
      @escaping @Sendable (Range<Int>, RowRoom<First>, RowRoom<Second>, RowRoom<Third>) ->
      Void
  ) -> ([First], [Second], [Third]) {
    var others: ([Second], [Third]) = ([], [])
    let firsts = unsafe [First](unsafeUninitializedCapacity: count) { room, filled in
      if let start = room.baseAddress {
        let room = unsafe RowRoom(start: start, count: count)
        others = self.filled(count, Second.self, Third.self) { range, second, third in
          body(range, room, second, third)
        }
      }
      filled = count
    }
    return (firsts, others.0, others.1)
  }
}

/// Room for the values of rows, of which each thread writes its own.
@safe
package struct RowRoom<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let start: UnsafeMutablePointer<Element>
  private let count: Int

  /// Room for so many values; it must outlive all that write to it.
  init(start: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.start = unsafe start
    self.count = count
  }

  /// The memory of a range of rows.
  package func rows(_ range: Range<Int>) -> UnsafeMutablePointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe start + range.lowerBound
  }
}

extension Column {
  /// The values of a number column, or of an integer column widened; else nil.
  package func numbers(_ workers: RowWorkers) -> [Double]? {
    guard let packed, type == .number || type == .integer else { return numbers }
    return packed.numbers(workers)
  }
}

extension PackedValues {
  /// The numbers that the codes stand for.
  fileprivate func numbers(_ workers: RowWorkers) -> [Double] {
    switch codes.width {
    case .one: numbers(workers, UInt8.self)
    case .two: numbers(workers, UInt16.self)
    case .four: numbers(workers, UInt32.self)
    case .eight: numbers(workers, UInt64.self)
    }
  }

  private func numbers<Code: FixedWidthInteger & UnsignedInteger & SendableMetatype>(
    _ workers: RowWorkers, _ type: Code.Type
  ) -> [Double] {
    let (codes, base, divisor) = (codes, base, divisor)
    return workers.filled(codes.count, Double.self) { range, room in
      let room = unsafe room.rows(range)
      let start = unsafe codes.start(as: Code.self) + range.lowerBound
      for row in 0..<range.count {
        let whole = unsafe Double(base &+ Int64(truncatingIfNeeded: start[row]))
        unsafe room[row] = divisor == 1 ? whole : whole / divisor
      }
    }
  }
}

extension Column {
  /// The rows at positions, in that order, gathered side by side.
  package func gather(at rows: [UInt32], _ workers: RowWorkers) -> Column {
    guard let packed, packed.codeCount > 0, coverage == nil else { return gather(at: rows) }
    var mask: [UInt8]?
    if let missing {
      mask = workers.filled(rows.count, UInt8.self) { range, room in
        let room = unsafe room.rows(range)
        for (place, row) in range.enumerated() { unsafe room[place] = missing[Int(rows[row])] }
      }
    }
    return Column(packed.with(packed.codes.gather(at: rows, workers)), missing: mask)
  }

  /// For each text of the dictionary whether a known row has it.
  package var usedCodes: [Bool] {
    var isUsed = [Bool](repeating: false, count: dictionary?.count ?? 0)
    let codes: [UInt32]
    if let packed {
      codes = packed.codes.narrowed
    } else if case .text(let own, _) = storage {
      codes = own
    } else {
      return isUsed
    }
    var last = UInt32.max
    for row in codes.indices where codes[row] != last {
      guard (missing?[row] ?? 0) == 0 else { continue }
      isUsed[Int(codes[row])] = true
      last = codes[row]
    }
    return isUsed
  }
}

extension PackedCodes {
  fileprivate func gather(at rows: [UInt32], _ workers: RowWorkers) -> PackedCodes {
    switch width {
    case .one: gather(at: rows, workers, UInt8.self)
    case .two: gather(at: rows, workers, UInt16.self)
    case .four: gather(at: rows, workers, UInt32.self)
    case .eight: gather(at: rows, workers, UInt64.self)
    }
  }

  private func gather<Code: FixedWidthInteger & UnsignedInteger & SendableMetatype>(
    at rows: [UInt32], _ workers: RowWorkers, _ type: Code.Type
  ) -> PackedCodes {
    let source = self
    let room = CodeBuffer(byteCount: rows.count * width.rawValue)
    workers.run(rows.count) { range in
      let start = unsafe source.start(as: Code.self)
      let target = unsafe room.bytes.assumingMemoryBound(to: Code.self)
      for row in range {
        let place = Int(rows[row])
        precondition(place < source.count)
        unsafe target[row] = start[place]
      }
    }
    return PackedCodes(room, count: rows.count, width: width)
  }
}
