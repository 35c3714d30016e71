import Columnar

/// A grid of keys with its cells in the order of the keys: of two groups the one with the greater
/// cell comes later.
struct OrderedGrid: Sendable {
  /// The number of cells; below 2^31.
  let cellCount: Int
  private let keys: [Column]
  private let sizes: [Int]
  private let strides: [Int]
  /// For each key the code at each place of its order; the last place is that of a missing value.
  private let codes: [[Int]]
  /// For each key what each code adds to a cell, a missing value last.
  private let entries: [[UInt32]]

  /// Makes a grid for keys like those of `template`, whose order entities may decide; nil when
  /// there would be more cells than `most`, or keys are not packed.
  init?(_ template: [Column], _ entities: [Entity?], most: Int) {
    guard !template.isEmpty, let grid = KeyGrid(template, most: min(most, Int(Int32.max))) else {
      return nil
    }
    cellCount = grid.cellCount
    keys = template
    sizes = template.indices.map { grid.size(of: $0) }
    let strides = template.indices.map { grid.stride(of: $0) }
    self.strides = strides
    let codes = template.indices.map { grid.order(of: $0, entities[$0]) }
    self.codes = codes
    entries = codes.indices.map { index in
      var entries = [UInt32](repeating: 0, count: codes[index].count)
      for (place, code) in codes[index].enumerated() {
        entries[code] = UInt32(place * strides[index])
      }
      return entries
    }
  }

  /// The cell of each row.
  func cells(_ keys: [Column], count: Int) -> [UInt32] {
    var cells = [UInt32](repeating: 0, count: count)
    for (index, key) in keys.enumerated() {
      key.packed?.codes.addEntries(
        entries[index], to: &cells, missing: key.missing,
        missingEntry: entries[index][sizes[index] - 1])
    }
    return cells
  }

  /// The keys of rising cells, without the reasons of missing ones, which are `unknown`.
  func keys(of cells: [Int]) -> [Column] {
    keys.indices.map { index in
      let (codes, size, stride) = (codes[index], UInt32(sizes[index]), UInt32(strides[index]))
      var mask: [UInt8]?
      // Cells that follow each other mostly share the places of all keys but the last.
      var whole: UInt32 = 0
      var low: UInt32 = 0
      var places = [UInt64](repeating: 0, count: cells.count)
      for row in cells.indices {
        let cell = UInt32(truncatingIfNeeded: cells[row])
        let code: Int
        if stride == 1 {
          if cell &- low >= size { low = cell / size * size }
          code = codes[Int(cell &- low)]
        } else {
          if cell &- low >= stride {
            whole = cell / stride
            low = whole * stride
          }
          code = codes[Int(whole % size)]
        }
        if code == sizes[index] - 1 {
          var missing = mask ?? [UInt8](repeating: 0, count: cells.count)
          mask = nil
          missing[row] = MissingReason.unknown.rawValue
          mask = missing
        } else {
          places[row] = UInt64(code)
        }
      }
      guard let packed = keys[index].packed, packed.codeCount > 0 else {
        return .allMissing(keys[index].type, reasons: mask ?? [])
      }
      return Column(
        packed.with(PackedCodes(places, width: packed.codes.width)), missing: mask)
    }
  }
}
