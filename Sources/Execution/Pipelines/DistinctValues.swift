import Columnar
import Planning

/// The distinct values of a packed column as rows of their own, so that an expression of that one
/// column is computed once per distinct value.
struct DistinctValues {
  /// A batch with the column's values, then one missing row for each reason; other columns are
  /// empty of meaning.
  let batch: Batch
  /// How many of the rows are values.
  let valueCount: Int

  /// More values than this are not worth knowing beforehand, unless there are as many rows.
  static let most = 1 << 16

  /// Makes it for column `index` of batches like `template`, of so many rows; nil when the column is
  /// not packed, has coverage, or has many values.
  init?(of index: Int, in template: Batch, rows: Int = 0) {
    let column = template.columns[index]
    guard let packed = column.packed, column.coverage == nil,
      packed.codeCount <= max(Self.most, column.dictionary == nil ? 0 : rows)
    else { return nil }
    valueCount = packed.codeCount
    let reasons = MissingReason.allCases
    let count = packed.codeCount + reasons.count
    var mask = [UInt8](repeating: 0, count: count)
    for (place, reason) in reasons.enumerated() {
      mask[packed.codeCount + place] = reason.rawValue
    }
    let codes = PackedCodes.counting(packed.codeCount, padding: reasons.count, packed.codes.width)
    let values = Column(packed.with(codes), missing: mask)
    // Only the one column is looked at: it stands in for the others too.
    batch = Batch(columns: template.columns.map { _ in values }, count: count)
  }

  /// The row of a reason's missing value.
  func row(of reason: MissingReason) -> Int {
    valueCount + (MissingReason.allCases.firstIndex(of: reason) ?? 0)
  }
}

extension TypedExpr {
  /// The one column it is computed from, or nil when there are none or several.
  var onlyColumn: Int? {
    let found = columns
    return found.count == 1 ? found.first : nil
  }
}
