extension Column {
  /// The rows of a range.
  package func slice(_ range: Range<Int>) -> Column {
    let mask = MissingMasks.slice(missing, range)
    let covered = coverage.map {
      Coverage(known: Array($0.known[range]), all: Array($0.all[range]))
    }
    if let packed {
      return Column(packed.with(packed.codes.slice(range)), missing: mask, coverage: covered)
    }
    let storage: Storage =
      switch self.storage {
      case .boolean(let values): .boolean(Array(values[range]))
      case .integer(let values): .integer(Array(values[range]))
      case .number(let values, let scale): .number(Array(values[range]), scale: scale)
      case .text(let codes, let dictionary): .text(Array(codes[range]), dictionary)
      case .date(let values): .date(Array(values[range]))
      case .period(let values): .period(Array(values[range]))
      }
    return Column(storage, missing: mask, coverage: covered)
  }

  /// The rows at positions, in that order. A position below 0 gives a filler, as missing rows
  /// have; its row must be made missing.
  package func gather(_ rows: [Int]) -> Column {
    let mask = missing.map { pick($0, rows, or: 0) }
    let covered = coverage.map {
      Coverage(known: pick($0.known, rows, or: 0), all: pick($0.all, rows, or: 0))
    }
    // Code 0 stands for no value when there are no values to stand for.
    if let packed, packed.codeCount > 0 {
      return Column(packed.with(packed.codes.gather(rows)), missing: mask, coverage: covered)
    }
    let storage: Storage =
      switch self.storage {
      case .boolean(let values): .boolean(pick(values, rows, or: false))
      case .integer(let values): .integer(pick(values, rows, or: 0))
      case .number(let values, let scale): .number(pick(values, rows, or: 0), scale: scale)
      case .text(let codes, let dictionary): .text(pick(codes, rows, or: 0), dictionary)
      case .date(let values): .date(pick(values, rows, or: 0))
      case .period(let values): .period(pick(values, rows, or: .year(1)))
      }
    return Column(storage, missing: mask, coverage: covered)
  }

  /// The rows at positions, in that order.
  package func gather(at rows: [UInt32]) -> Column {
    let mask = missing.map { Self.picked($0, rows) }
    let covered = coverage.map {
      Coverage(known: Self.picked($0.known, rows), all: Self.picked($0.all, rows))
    }
    if let packed, packed.codeCount > 0 {
      return Column(packed.with(packed.codes.gather(at: rows)), missing: mask, coverage: covered)
    }
    switch self.storage {
    case .number(let values, let scale):
      return Column(
        .number(Self.picked(values, rows), scale: scale), missing: mask, coverage: covered)
    case .integer(let values):
      return Column(.integer(Self.picked(values, rows)), missing: mask, coverage: covered)
    case .boolean, .text, .date, .period: return gather(rows.map { Int($0) })
    }
  }

  private static func picked<Element: BitwiseCopyable>(_ values: [Element], _ rows: [UInt32])
    -> [Element]
  {
    unsafe [Element](unsafeUninitializedCapacity: rows.count) { room, filled in
      unsafe values.withUnsafeBufferPointer { values in
        unsafe rows.withUnsafeBufferPointer { rows in
          for index in rows.indices {
            let row = unsafe Int(rows[index])
            precondition(row < values.count)
            unsafe room.initializeElement(at: index, to: values[row])
          }
        }
      }
      filled = rows.count
    }
  }

  /// The rows at positions; a position below 0 gives a missing row with the reason at its place,
  /// which stands for no original row.
  package func gather(_ rows: [Int], orMissing reasons: [UInt8]) -> Column {
    var picked = gather(rows)
    var mask = picked.missing ?? [UInt8](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() where row < 0 { mask[index] = reasons[index] }
    picked.missing = mask.contains { $0 != 0 } ? mask : nil
    return picked
  }

  /// The rows at positions, in that order; `UInt32.max` gives a missing row with a reason, which
  /// stands for no original row.
  package func gather(_ rows: ArraySlice<UInt32>, absent reason: MissingReason) -> Column {
    guard let packed, packed.codeCount > 0, coverage == nil else {
      let reasons = [UInt8](repeating: reason.rawValue, count: rows.count)
      return gather(rows.map { $0 == .max ? -1 : Int($0) }, orMissing: reasons)
    }
    let mask = unsafe [UInt8](unsafeUninitializedCapacity: rows.count) { room, filled in
      for (place, row) in rows.enumerated() {
        unsafe room[place] = row == .max ? reason.rawValue : missing?[Int(row)] ?? 0
      }
      filled = rows.count
    }
    return Column(packed.with(packed.codes.gather(orZero: rows)), missing: mask)
  }

  /// A column of missing rows, one for each reason.
  package static func allMissing(_ type: DataType, reasons: [UInt8]) -> Column {
    let count = reasons.count
    let storage: Storage =
      switch type {
      case .boolean: .boolean([Bool](repeating: false, count: count))
      case .integer: .integer([Int64](repeating: 0, count: count))
      case .number: .number([Double](repeating: 0, count: count), scale: nil)
      case .text: .text([UInt32](repeating: 0, count: count), .empty)
      case .date: .date([Int32](repeating: 0, count: count))
      case .period: .period([Period](repeating: .year(1), count: count))
      }
    return Column(storage, missing: reasons)
  }

  /// One value repeated; an integer widens when the type is number.
  package static func constant(_ value: Value, _ type: DataType, count: Int) -> Column {
    switch value {
    case .missing(let reason):
      return .allMissing(type, reasons: [UInt8](repeating: reason.rawValue, count: count))
    case .boolean(let flag): return Column(.boolean([Bool](repeating: flag, count: count)))
    case .integer(let whole):
      if type == .number {
        return Column(.number([Double](repeating: Double(whole), count: count), scale: nil))
      }
      return Column(.integer([Int64](repeating: whole, count: count)))
    case .number(let number):
      let scale = Decimals.scale(of: number)
      return Column(.number([Double](repeating: number, count: count), scale: scale))
    case .text(let text):
      return Column(.text([UInt32](repeating: 0, count: count), TextDictionary([text])))
    case .date(let date): return Column(.date([Int32](repeating: date.days, count: count)))
    case .period(let period):
      return Column(.period([Period](repeating: period, count: count)))
    }
  }

  private func pick<Element>(_ values: [Element], _ rows: [Int], or filler: Element) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(rows.count)
    for row in rows { result.append(row < 0 ? filler : values[row]) }
    return result
  }
}
