extension Column {
  /// The memory its rows take, in bytes; of texts every distinct one once. Slices of a column
  /// count what they show, although they share it.
  package var byteCount: Int {
    let masks = (missing?.count ?? 0) + (coverage?.known.count ?? 0) * 8
    return masks + valueByteCount
  }

  private var valueByteCount: Int {
    if let packed {
      let codes = packed.codes.count * packed.codes.width.rawValue
      guard case .text(let dictionary) = packed.meaning else { return codes }
      return codes + dictionary.byteCount
    }
    switch storage {
    case .boolean(let values): return values.count
    case .integer(let values): return values.count * 8
    case .number(let values, _): return values.count * 8
    case .text(let codes, let dictionary): return codes.count * 4 + dictionary.byteCount
    case .date(let values): return values.count * 4
    case .period(let values): return values.count * MemoryLayout<Period>.stride
    }
  }

  /// The memory its known values take in the narrowest codes, with a byte a row when some are
  /// missing: the same however the column came to be.
  package var packedByteCount: Int {
    let rows = (0..<count).filter { missing?[$0] ?? 0 == 0 }
    let mask = rows.count < count ? count : 0
    func codes(_ greatest: UInt64) -> Int {
      count * PackedCodes.Width(holding: greatest).rawValue + mask
    }
    func reach(_ value: (Int) -> Int64) -> Int {
      let values = rows.map(value)
      guard let least = values.min(), let most = values.max() else { return codes(0) }
      return codes(UInt64(bitPattern: most &- least))
    }
    switch storage {
    case .boolean: return codes(1)
    case .integer(let values): return reach { values[$0] }
    case .date(let values): return reach { Int64(values[$0]) }
    case .number(let values, let scale):
      guard let scale else { return count * 8 + mask }
      return reach { Int64(Decimals.scaled(values[$0], scale)) }
    case .text(let values, let dictionary):
      let used = Set(rows.map { values[$0] })
      let texts = used.reduce(0) { $0 + dictionary[Int($1)].utf8.count + 8 }
      return codes(UInt64(max(used.count, 1) - 1)) + texts
    case .period(let values):
      let texts = Set(rows.map { values[$0].text })
      return codes(UInt64(max(texts.count, 1) - 1))
    }
  }
}

extension TextDictionary {
  /// The bytes of its texts, with 8 for the place of each.
  package var byteCount: Int {
    bytes.map(\.byteCount) ?? entries.reduce(0) { $0 + $1.utf8.count + 8 }
  }
}
