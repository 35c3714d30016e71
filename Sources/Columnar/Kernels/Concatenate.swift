extension Column {
  /// Columns of one type one after another; integers widen when another is number.
  ///
  /// Text dictionaries are merged; the common case of one shared dictionary is not copied.
  package static func concatenate(_ columns: [Column], type: DataType) -> Column {
    guard columns.count != 1 || columns[0].type != type else { return columns[0] }
    if let packed = joinPacked(columns) {
      return Column(packed, missing: joinMissing(columns), coverage: joinCoverage(columns))
    }
    let storage: Storage =
      switch type {
      case .boolean: .boolean(columns.flatMap { $0.booleans ?? [] })
      case .integer: .integer(columns.flatMap { $0.integers ?? [] })
      case .number: joinNumbers(columns)
      case .text: joinTexts(columns)
      case .date: .date(columns.flatMap { $0.dates ?? [] })
      case .period: .period(columns.flatMap { $0.periodValues ?? [] })
      }
    return Column(storage, missing: joinMissing(columns), coverage: joinCoverage(columns))
  }

  /// Packed columns whose codes stand for the same values; else nil.
  private static func joinPacked(_ columns: [Column]) -> PackedValues? {
    guard let first = columns.first?.packed else { return nil }
    var parts: [PackedCodes] = []
    for column in columns {
      guard let packed = column.packed, packed.hasCodes(of: first) else { return nil }
      parts.append(packed.codes)
    }
    return first.with(.joined(parts, width: first.codes.width))
  }

  private static func joinNumbers(_ columns: [Column]) -> Storage {
    var scales: [UInt8?] = []
    var result: [Double] = []
    for column in columns {
      result += column.numbers ?? []
      scales.append(column.scale)
    }
    return .number(result, scale: sharedScale(scales, of: result))
  }

  /// The largest scale, when all parts have one and all values keep its promise: a value may be
  /// below 2^53 at the scale of its own part only.
  private static func sharedScale(_ scales: [UInt8?], of values: [Double]) -> UInt8? {
    let known = scales.compactMap { $0 }
    guard known.count == scales.count, let largest = known.max() else { return nil }
    if known.allSatisfy({ $0 == largest }) { return largest }
    let limit = Decimals.limit
    return values.allSatisfy { abs(Decimals.scaled($0, largest)) < limit } ? largest : nil
  }

  private static func joinTexts(_ columns: [Column]) -> Storage {
    var codes: [UInt32] = []
    var shared: TextDictionary?
    var isShared = true
    for column in columns {
      guard case .text(_, let dictionary) = column.storage else { continue }
      if let shared, shared !== dictionary { isShared = false }
      shared = shared ?? dictionary
    }
    if isShared, let shared {
      for column in columns {
        if case .text(let own, _) = column.storage { codes += own }
      }
      return .text(codes, shared)
    }
    var builder = TextDictionaryBuilder()
    for column in columns {
      guard case .text(let own, let dictionary) = column.storage else { continue }
      let map = dictionary.entries.map { builder.code($0) }
      codes += own.map { Int($0) < map.count ? map[Int($0)] : 0 }
    }
    return .text(codes, builder.finish())
  }

  private static func joinMissing(_ columns: [Column]) -> [UInt8]? {
    guard columns.contains(where: { $0.missing != nil }) else { return nil }
    let count = columns.reduce(0) { $0 + $1.count }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      for column in columns {
        let own = unsafe UnsafeMutableBufferPointer(rebasing: room[filled...])
        if let missing = column.missing {
          _ = unsafe own.initialize(from: missing)
        } else {
          unsafe own.prefix(column.count).initialize(repeating: 0)
        }
        filled += column.count
      }
    }
  }

  private static func joinCoverage(_ columns: [Column]) -> Coverage? {
    guard columns.contains(where: { $0.coverage != nil }) else { return nil }
    var result = Coverage(known: [], all: [])
    for column in columns {
      if let coverage = column.coverage {
        result.known += coverage.known
        result.all += coverage.all
      } else {
        result.known += (0..<column.count).map { column.reason(at: $0) == nil ? 1 : 0 }
        result.all += [Int32](repeating: 1, count: column.count)
      }
    }
    return result
  }
}
