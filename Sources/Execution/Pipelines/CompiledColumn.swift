import Columnar
import Planning

/// An expression made ready for batches of one kind: one of a single packed column is computed
/// once per distinct value.
enum CompiledColumn: Sendable {
  case column(Int)
  case distinct(DistinctResults)
  case general(TypedExpr)

  /// Makes an expression ready for batches like `template`, which has no rows, of `rows` at most.
  init(_ expr: TypedExpr, for template: Batch, rows: Int) {
    if let index = expr.column {
      self = .column(index)
    } else if let results = DistinctResults(expr, template, rows) {
      self = .distinct(results)
    } else {
      self = .general(expr)
    }
  }

  /// The column of a batch. Throws ``EvaluationFault``.
  func column(_ batch: Batch) throws -> Column {
    switch self {
    case .column(let index): batch.columns[index]
    case .distinct(let results): results.column(batch)
    case .general(let expr): try ExprEvaluator.evaluate(expr, batch)
    }
  }
}

/// What an expression gives for each distinct value of a column, and for each reason.
struct DistinctResults: Sendable {
  private let index: Int
  private let results: Column
  /// For each code its result's code; nil when results are not packed.
  private let codes: [UInt32]?
  private let valueCount: Int
  /// For each raw value of a reason its row in `results`.
  private let reasonRows: [Int]
  private static let few = 1 << 12

  /// Nil when there are too many values, when one of them is a fault, or when the result is not
  /// of its row alone.
  init?(_ expr: TypedExpr, _ template: Batch, _ rows: Int) {
    guard let index = expr.onlyColumn, let distinct = DistinctValues(of: index, in: template),
      // Values that seldom come back are worth more on several threads, as rows.
      distinct.valueCount <= max(Self.few, rows / 16),
      let column = try? ExprEvaluator.evaluate(expr, distinct.batch), column.coverage == nil
    else { return nil }
    self.index = index
    results = column.packing()
    valueCount = distinct.valueCount
    var rows = [Int](repeating: 0, count: 256)
    for reason in MissingReason.allCases { rows[Int(reason.rawValue)] = distinct.row(of: reason) }
    reasonRows = rows
    let packed = results.packed
    codes = packed.flatMap { packed in
      packed.codeCount <= UInt32.max
        ? (0..<max(distinct.valueCount, 1)).map { UInt32(truncatingIfNeeded: packed.codes[$0]) }
        : nil
    }
  }

  /// The column of a batch.
  func column(_ batch: Batch) -> Column {
    let column = batch.columns[index]
    guard let own = column.packed else { return results.gather([]) }
    if column.missing == nil, results.missing == nil, let codes, let packed = results.packed {
      return Column(packed.with(own.codes.mapped(codes, to: packed.codes.width)))
    }
    var rows = [Int](repeating: 0, count: batch.count)
    for row in rows.indices {
      let reason = column.missing?[row] ?? 0
      rows[row] = reason == 0 ? Int(own.codes[row]) : reasonRows[Int(reason)]
    }
    return results.gather(rows)
  }
}
