extension Column {
  /// Columns of one type one after another; integers widen when another is number.
  ///
  /// Text dictionaries are merged; the common case of one shared dictionary is not copied.
  package static func concatenate(_ columns: [Column], type: DataType) -> Column {
    guard columns.count != 1 || columns[0].type != type else { return columns[0] }
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

  private static func joinNumbers(_ columns: [Column]) -> Storage {
    var scale: UInt8? = 0
    var result: [Double] = []
    for column in columns {
      switch column.storage {
      case .number(let values, let own):
        // Only a scale that all parts keep is a promise for the whole.
        if let known = scale, let own { scale = max(known, own) } else { scale = nil }
        result += values
      case .integer(let values):
        scale = nil
        result += values.map { Double($0) }
      case .boolean, .text, .date, .period: break
      }
    }
    return .number(result, scale: columns.isEmpty ? nil : scale)
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
    return columns.flatMap { $0.missing ?? [UInt8](repeating: 0, count: $0.count) }
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
