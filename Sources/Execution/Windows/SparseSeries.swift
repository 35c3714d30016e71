import Columnar
import Planning

/// The rows of series that form no grid, in the order of series and period: the row of another
/// period of the same series stands near.
struct SparseSeries: SeriesPlaces {
  let periods: PeriodCodes
  /// The rows that have a period by series and code of the period, which is the last bits of a
  /// cell.
  private let rows: [CellRow]
  private let axis: Column

  /// Nil when keys are not packed or take too many bits. Throws ``PeriodTwice``.
  init?(_ columns: SeriesColumns) throws {
    let entities = [Entity?](repeating: nil, count: columns.keys.count + 1)
    guard let bits = KeyBits(columns.keys + [columns.axis], entities, isOrdered: false) else {
      return nil
    }
    periods = columns.periods
    axis = columns.axis
    let cells = bits.cells(columns.keys + [columns.axis], count: axis.count)
    var rows: [CellRow] = []
    rows.reserveCapacity(cells.count)
    let codes = axis.packed.map { $0.codes.narrowed } ?? []
    let isKnown = periods.periods.map { $0 != nil }
    for row in cells.indices where (axis.missing?[row] ?? 0) == 0 && isKnown[Int(codes[row])] {
      rows.append(CellRow(cell: cells[row], row: UInt32(truncatingIfNeeded: row)))
    }
    self.rows = CellOrder.sorted(rows, bits: bits.count)
    if let row = firstTwice { throw PeriodTwice(row: row) }
  }

  /// The first row whose cell another one had before.
  private var firstTwice: Int? {
    var first: UInt32?
    var last = UInt64.max
    for row in rows {
      if row.cell == last { first = min(first ?? .max, row.row) }
      last = row.cell
    }
    return first.map { Int($0) }
  }

  func bases(_ targets: [PeriodCodes.Target], absent: MissingReason, _ workers: RowWorkers)
    -> ([Int32], [UInt8])
  {
    let (all, axis) = (rows, axis)
    let codes = axis.packed.map { $0.codes.narrowed } ?? []
    let none = MissingReason.noPriorPeriod.rawValue
    let (count, outside) = (axis.count, MissingReason.outOfDomain.rawValue)
    // Every row gets why it has no period, and those that have one are gone over.
    let (found, reasons) = workers.filled(count, Int32.self, UInt8.self) { range, found, reasons in
      let found = unsafe found.rows(range)
      let reasons = unsafe reasons.rows(range)
      for (place, row) in range.enumerated() {
        let own = axis.missing?[row] ?? 0
        unsafe found[place] = -1
        unsafe reasons[place] = own == 0 ? outside : own
      }
    }
    let (bases, whys) = workers.filled(all.count, Int32.self, UInt8.self) { range, bases, whys in
      let bases = unsafe bases.rows(range)
      let whys = unsafe whys.rows(range)
      for (place, index) in range.enumerated() {
        let row = all[index]
        let code = Int(codes[Int(row.row)])
        var base: Int32 = -1
        var why = absent.rawValue
        switch targets[code] {
        case .code(let aim):
          let wanted = row.cell &+ UInt64(bitPattern: Int64(aim - code))
          if let other = Self.place(of: wanted, near: index, in: all) {
            base = Int32(truncatingIfNeeded: all[other].row)
            why = 0
          }
        case .absent: break
        case .none: why = none
        }
        unsafe bases[place] = base
        unsafe whys[place] = why
      }
    }
    var (result, explained) = (found, reasons)
    for (index, row) in all.enumerated() {
      result[Int(row.row)] = bases[index]
      explained[Int(row.row)] = whys[index]
    }
    return (result, explained)
  }

  /// Where a cell stands among rows in order of their cells, looked for from a place on in growing
  /// steps (J. L. Bentley, A. C. Yao, "An almost optimal algorithm for unbounded searching", 1976).
  private static func place(of cell: UInt64, near start: Int, in rows: [CellRow]) -> Int? {
    var low = start
    var high = start
    var step = 1
    while low > 0, rows[low].cell > cell {
      high = low
      low = max(0, low - step)
      step *= 2
    }
    while high < rows.count - 1, rows[high].cell < cell {
      low = high
      high = min(rows.count - 1, high + step)
      step *= 2
    }
    while low < high {
      let middle = low + (high - low) / 2
      if rows[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return rows[low].cell == cell ? low : nil
  }
}
