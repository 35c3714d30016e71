import Columnar
import Planning

/// The rows of series by their periods, for series without breaks whose periods are all of one
/// length, on packed columns.
protocol SeriesPlaces {
  var periods: PeriodCodes { get }
  /// For each row the row of the target of its period, or -1 and why there is none.
  func bases(_ targets: [PeriodCodes.Target], absent: MissingReason, _ workers: RowWorkers)
    -> ([Int32], [UInt8])
}

/// The columns that series and their periods are told by.
struct SeriesColumns {
  let keys: [Column]
  let axis: Column
  let periods: PeriodCodes

  /// Nil when the table does not allow to look periods up by their codes.
  init?(_ batch: Batch, _ schema: Schema, _ series: [Int], axis index: Int) {
    let column = batch.columns[index]
    let names = series.map { schema.fields[$0].name }
    guard batch.count < Int(Int32.max), column.packed != nil, column.coverage == nil,
      !schema.breaks.contains(where: { names.contains($0.key) }),
      let periods = PeriodCodes(column), periods.isUniform
    else { return nil }
    keys = series.map { batch.columns[$0] }
    axis = column
    self.periods = periods
  }

  /// Places for all rows; nil when the columns do not allow it. Throws when a period occurs twice
  /// in a series.
  static func places(_ batch: Batch, _ schema: Schema, _ series: [Int], axis: Int) throws
    -> (any SeriesPlaces)?
  {
    guard let columns = SeriesColumns(batch, schema, series, axis: axis) else { return nil }
    do {
      return try SeriesGrid(columns) ?? SparseSeries(columns)
    } catch let twice as PeriodTwice {
      throw BaseRows.duplicate(twice.row, batch, schema, series, axis: axis)
    }
  }
}

/// A row whose period another row of its series had before.
struct PeriodTwice: Error {
  let row: Int
}
