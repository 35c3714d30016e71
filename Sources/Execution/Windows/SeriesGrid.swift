import Columnar
import Planning

/// The row of each series and period in a grid of cells: the row of another period of the same
/// series stands at a fixed distance.
///
/// What changes least from row to row has the largest step, so that rows that follow each other
/// mostly have cells that do too.
struct SeriesGrid: SeriesPlaces {
  let periods: PeriodCodes
  /// The cell of each row.
  private let cells: [UInt32]
  private let axis: Column
  /// How far the cells of two periods lie apart whose codes differ by one.
  private let stride: Int
  /// For each cell its row, or -1.
  private let rows: [Int32]

  /// Nil when there would be too many cells. Throws ``PeriodTwice``.
  init?(_ columns: SeriesColumns) throws {
    let (keys, column, periods) = (columns.keys, columns.axis, columns.periods)
    guard let steps = Self.steps(keys + [column], rows: column.count) else { return nil }
    var cells = [UInt32](repeating: 0, count: column.count)
    for (key, step) in zip(keys, steps.keys) {
      key.packed?.codes.addCells(
        &cells, stride: UInt32(step), missing: key.missing,
        missingCode: UInt32(key.packed?.codeCount ?? 0))
    }
    column.packed?.codes.addCells(
      &cells, stride: UInt32(steps.axis), missing: nil, missingCode: 0)
    self.periods = periods
    self.cells = cells
    axis = column
    stride = steps.axis
    guard let rows = Self.rows(cells, steps.cellCount, column, periods) else {
      throw PeriodTwice(row: Self.firstTwice(cells, steps.cellCount, column, periods))
    }
    self.rows = rows
  }

  /// For each key and the axis, the last of the columns, how far apart the cells of two codes are
  /// that follow each other; nil when there would be too many cells.
  private static func steps(_ columns: [Column], rows: Int) -> (
    keys: [Int], axis: Int, cellCount: Int
  )? {
    var sizes: [Int] = []
    for (place, column) in columns.enumerated() {
      guard let packed = column.packed, column.coverage == nil, packed.codeCount < 1 << 26 else {
        return nil
      }
      // Two codes of equal periods are one key.
      if case .period(let periods) = packed.meaning, Set(periods).count < periods.count {
        return nil
      }
      // Keys have a place for missing ones; rows without a period have none.
      sizes.append(place == columns.count - 1 ? packed.codeCount : packed.codeCount + 1)
    }
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: max(size, 1))
      guard !overflow, product < 1 << 28 else { return nil }
      count = product
    }
    guard count <= max(1 << 16, rows * 16) else { return nil }
    let changes = columns.map { changeCount(of: $0) }
    let order = sizes.indices.sorted {
      changes[$0] == changes[$1] ? $0 < $1 : changes[$0] < changes[$1]
    }
    var steps = sizes
    var step = 1
    for place in order.reversed() {
      steps[place] = step
      step *= max(sizes[place], 1)
    }
    return (steps.dropLast(), steps[steps.count - 1], count)
  }

  /// How often a column changes from one row to the next among some rows.
  private static func changeCount(of column: Column) -> Int {
    guard let codes = column.packed?.codes else { return 0 }
    let first = codes.count / 2
    return (first..<min(first + 4096, codes.count)).dropLast().reduce(0) {
      $0 + (codes[$1] == codes[$1 + 1] ? 0 : 1)
    }
  }

  /// The row of each cell; nil when two rows share one.
  private static func rows(
    _ cells: [UInt32], _ count: Int, _ axis: Column, _ periods: PeriodCodes
  ) -> [Int32]? {
    var rows = [Int32](repeating: -1, count: count)
    let isWhole = axis.missing == nil && periods.periods.allSatisfy { $0 != nil }
    let isTwice = unsafe rows.withUnsafeMutableBufferPointer { rows in
      if isWhole {
        for row in cells.indices {
          let cell = Int(cells[row])
          precondition(cell < count)
          if unsafe rows[cell] >= 0 { return true }
          unsafe rows[cell] = Int32(truncatingIfNeeded: row)
        }
        return false
      }
      for row in cells.indices where periods.period(of: row, axis) != nil {
        let cell = Int(cells[row])
        precondition(cell < count)
        if unsafe rows[cell] >= 0 { return true }
        unsafe rows[cell] = Int32(truncatingIfNeeded: row)
      }
      return false
    }
    return isTwice ? nil : rows
  }

  /// The first row whose cell another one had before.
  private static func firstTwice(
    _ cells: [UInt32], _ count: Int, _ axis: Column, _ periods: PeriodCodes
  ) -> Int {
    var isTaken = [Bool](repeating: false, count: count)
    for row in cells.indices where periods.period(of: row, axis) != nil {
      if isTaken[Int(cells[row])] { return row }
      isTaken[Int(cells[row])] = true
    }
    return 0
  }

  /// For each row the row of the target of its period, or -1 and why there is none.
  func bases(_ targets: [PeriodCodes.Target], absent: MissingReason, _ workers: RowWorkers)
    -> ([Int32], [UInt8])
  {
    // How far the cell of the target lies from the row's own; none where it has no code.
    let away = targets.enumerated().map { code, target -> Int in
      if case .code(let aim) = target { return (aim - code) * stride }
      return Int.max
    }
    let whys = targets.map { target -> UInt8 in
      switch target {
      case .code, .absent: absent.rawValue
      case .none: MissingReason.noPriorPeriod.rawValue
      }
    }
    let isKnown = periods.periods.map { $0 != nil }
    let codes = axis.packed.map { $0.codes.narrowed } ?? []
    let (missing, cells, rows) = (axis.missing, cells, rows)
    return workers.filled(cells.count, Int32.self, UInt8.self) { range, found, reasons in
      let found = unsafe found.rows(range)
      let reasons = unsafe reasons.rows(range)
      for (place, row) in range.enumerated() {
        let code = Int(codes[row])
        let own = missing?[row] ?? 0
        guard own == 0, isKnown[code] else {
          unsafe found[place] = -1
          unsafe reasons[place] = own == 0 ? MissingReason.outOfDomain.rawValue : own
          continue
        }
        let base = away[code] == Int.max ? -1 : rows[Int(cells[row]) + away[code]]
        unsafe found[place] = base
        unsafe reasons[place] = base < 0 ? whys[code] : 0
      }
    }
  }
}
