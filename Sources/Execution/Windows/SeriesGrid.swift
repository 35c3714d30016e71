import Columnar
import Planning

/// The row of each series and period in a grid of cells: the row of another period of the same
/// series stands at a fixed distance.
///
/// For series without breaks whose periods are all of one length, on packed columns.
struct SeriesGrid {
  let periods: PeriodCodes
  /// The first cell of each row's series.
  private let series: [UInt32]
  /// The code of each row's period.
  private let codes: [UInt32]
  private let axis: Column
  /// For each cell its row, or -1.
  private let rows: [Int32]

  /// Nil when the table does not allow it. Throws when a period occurs twice in a series.
  init?(_ batch: Batch, _ schema: Schema, _ series: [Int], axis index: Int) throws {
    let column = batch.columns[index]
    let keys = series.map { batch.columns[$0] }
    let names = series.map { schema.fields[$0].name }
    guard batch.count < Int(Int32.max), let packed = column.packed,
      !schema.breaks.contains(where: { names.contains($0.key) }),
      let periods = PeriodCodes(column), periods.isUniform,
      let grid = KeyGrid(keys, most: 1 << 26)
    else { return nil }
    let (cellCount, overflow) = grid.cellCount.multipliedReportingOverflow(by: packed.codeCount)
    guard !overflow, cellCount <= max(1 << 16, batch.count * 16), cellCount < 1 << 28 else {
      return nil
    }
    var cells = grid.cells(keys, count: batch.count)
    let size = UInt32(packed.codeCount)
    for row in cells.indices { cells[row] &*= size }
    var codes = [UInt32](repeating: 0, count: batch.count)
    packed.codes.addCells(&codes, stride: 1, missing: nil, missingCode: 0)
    var rows = [Int32](repeating: -1, count: cellCount)
    for row in 0..<batch.count {
      guard (column.missing?[row] ?? 0) == 0, periods.periods[Int(codes[row])] != nil else {
        continue
      }
      let cell = Int(cells[row] &+ codes[row])
      guard rows[cell] < 0 else {
        throw BaseRows.duplicate(row, batch, schema, series, axis: index)
      }
      rows[cell] = Int32(truncatingIfNeeded: row)
    }
    self.periods = periods
    self.series = cells
    self.codes = codes
    self.rows = rows
    axis = column
  }

  /// For each row the row of the target of its period, or -1 and why there is none.
  func bases(_ targets: [PeriodCodes.Target], absent: MissingReason, threads: Int)
    -> ([Int], [UInt8])
  {
    // Where a target has no code its steps end in a cell before all others.
    let aims = targets.map { target -> Int in
      if case .code(let code) = target { return code }
      return -1
    }
    let whys = targets.map { target -> UInt8 in
      switch target {
      case .code, .absent: absent.rawValue
      case .none: MissingReason.noPriorPeriod.rawValue
      }
    }
    let isKnown = periods.periods.map { $0 != nil }
    let missing = axis.missing
    let (codes, series, rows) = (codes, series, rows)
    let count = codes.count
    let found = FilledArray<Int>(count: count)
    let reasons = FilledArray<UInt8>(count: count)
    Threads.ranges(count, threads: threads) { range in
      for row in range {
        let code = Int(codes[row])
        let own = missing?[row] ?? 0
        guard own == 0, isKnown[code] else {
          found.set(row, -1)
          reasons.set(row, own == 0 ? MissingReason.outOfDomain.rawValue : own)
          continue
        }
        let aim = aims[code]
        let base = aim < 0 ? -1 : Int(rows[Int(series[row]) + aim])
        found.set(row, base)
        reasons.set(row, base < 0 ? whys[code] : 0)
      }
    }
    return (found.array, reasons.array)
  }
}
