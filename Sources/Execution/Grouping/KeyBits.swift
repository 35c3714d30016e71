import Columnar

/// Keys side by side in the bits of one number: of two rows the one with the greater number comes
/// later in the order of the keys. For keys that form no grid, or one with too many cells.
struct KeyBits: Sendable {
  /// How many bits all keys take together.
  let count: Int
  private let keys: [Key]

  private struct Key: Sendable {
    let column: Column
    /// The code at each place of the order; nil when codes are in order themselves.
    let codes: [Int]?
    /// What each code adds to a number; nil when that is the code, shifted.
    let entries: [UInt64]?
    /// The place of a missing value, which is the last.
    let last: UInt64
    let shift: UInt64
    let mask: UInt64
  }

  /// Makes it for keys like those of `template`, whose order entities may decide; nil when they
  /// take more than 63 bits, or are not packed.
  ///
  /// - Parameter isOrdered: whether the order of numbers is to be that of the keys, else any.
  init?(_ template: [Column], _ entities: [Entity?], isOrdered: Bool = true) {
    guard !template.isEmpty else { return nil }
    var keys: [Key] = []
    var shift = 0
    for (column, entity) in zip(template, entities).reversed() {
      guard let packed = column.packed, column.coverage == nil else { return nil }
      let last = UInt64(packed.codeCount)
      let bits = 64 - last.leadingZeroBitCount
      guard shift + bits < 64 else { return nil }
      var codes: [Int]?
      switch packed.meaning {
      case .integer, .number, .date, .boolean: break
      case .period(let periods):
        if Set(periods).count < periods.count { return nil }
        if isOrdered { codes = column.codeOrder(entity) }
      case .text: if isOrdered { codes = column.codeOrder(entity) }
      }
      keys.append(
        Key(
          column: column, codes: codes,
          entries: codes.map { Self.entries($0, shift: UInt64(shift)) }, last: last,
          shift: UInt64(shift), mask: (1 << UInt64(bits)) - 1))
      shift += bits
    }
    self.keys = keys.reversed()
    count = shift
  }

  private static func entries(_ codes: [Int], shift: UInt64) -> [UInt64] {
    var entries = [UInt64](repeating: 0, count: codes.count)
    for (place, code) in codes.enumerated() { entries[code] = UInt64(place) << shift }
    return entries
  }

  /// The number of each row.
  func cells(_ columns: [Column], count: Int) -> [UInt64] {
    var cells = [UInt64](repeating: 0, count: count)
    for (key, column) in zip(keys, columns) {
      if let entries = key.entries {
        column.packed?.codes.addEntries(
          entries, to: &cells, missing: column.missing, missingEntry: key.last << key.shift)
      } else {
        column.packed?.codes.addCells(
          &cells, stride: 1 << key.shift, missing: column.missing, missingCode: key.last)
      }
    }
    return cells
  }

  /// The keys of numbers, without the reasons of missing ones, which are `unknown`.
  func keys(of cells: [UInt64]) -> [Column] {
    keys.map { key in
      var hasMissing = false
      let places = cells.map { cell -> UInt64 in
        let place = cell &>> key.shift & key.mask
        hasMissing = hasMissing || place == key.last
        return place
      }
      let mask =
        hasMissing ? places.map { $0 == key.last ? MissingReason.unknown.rawValue : 0 } : nil
      guard let packed = key.column.packed, packed.codeCount > 0 else {
        return .allMissing(key.column.type, reasons: mask ?? [])
      }
      let codes = places.map { place in
        place == key.last ? 0 : key.codes.map { UInt64($0[Int(place)]) } ?? place
      }
      return Column(packed.with(PackedCodes(codes, width: packed.codes.width)), missing: mask)
    }
  }
}
