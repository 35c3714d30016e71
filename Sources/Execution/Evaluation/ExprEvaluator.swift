import Columnar
import Planning
import SourceText

/// Computes expressions over the columns of a batch.
enum ExprEvaluator {
  /// The column an expression stands for. Throws ``EvaluationFault``.
  static func evaluate(_ expr: TypedExpr, _ batch: Batch) throws -> Column {
    switch expr.node {
    case .literal(let value): return .constant(value, expr.type, count: batch.count)
    case .column(let index): return batch.columns[index]
    case .cast(let inner): return cast(try evaluate(inner, batch), to: expr.type)
    case .arithmetic(let operation, let left, let right):
      return try Arithmetic.evaluate(
        operation, try evaluate(left, batch), try evaluate(right, batch), type: expr.type)
    case .negate(let inner): return try Arithmetic.negate(try evaluate(inner, batch))
    case .join(let left, let right):
      return TextJoin.evaluate(try evaluate(left, batch), try evaluate(right, batch))
    case .compare, .and, .or, .not, .isMissing, .isIn, .isBetween:
      return Column(.boolean(try truth(expr, batch).values))
    case .coalesce(let first, let second):
      let known = try evaluate(first, batch)
      guard let missing = known.missing else { return known }
      return Selection.choose(
        missing.map { $0 == 0 }, known,
        try evaluate(second, batch, where: missing.map { $0 != 0 }), type: expr.type)
    case .conditional(let condition, let positive, let negative):
      let takes = try truth(condition, batch).values
      return Selection.choose(
        takes, try evaluate(positive, batch, where: takes),
        try evaluate(negative, batch, where: takes.map { !$0 }), type: expr.type)
    case .call(let function, let arguments):
      return try call(function, arguments, batch)
    case .kept(let kept):
      guard let value = kept.value else {
        throw Diagnostic(
          .error, phase: .run, code: "not-one-cell",
          "`$\(kept.name)` stands for one value, but its table has \(kept.table?.count ?? 0) rows")
      }
      var column = Column.constant(value, expr.type, count: batch.count)
      // A partly known value makes what is computed with it partly known.
      if let coverage = kept.table?.columns.first?.coverage {
        column.coverage = Coverage(
          known: [Int32](repeating: coverage.known[0], count: batch.count),
          all: [Int32](repeating: coverage.all[0], count: batch.count))
      }
      return column
    }
  }

  /// The column where it is wanted; a fault in another row is none. Other rows hold anything.
  private static func evaluate(_ expr: TypedExpr, _ batch: Batch, where wanted: [Bool]) throws
    -> Column
  {
    do {
      return try evaluate(expr, batch)
    } catch let fault as EvaluationFault {
      let rows = wanted.indices.filter { wanted[$0] }
      if rows.isEmpty { return .constant(.missing(.unknown), expr.type, count: batch.count) }
      let chosen = Batch(columns: batch.columns.map { $0.gather(rows) }, count: rows.count)
      do {
        let column = try evaluate(expr, chosen)
        var places = [Int](repeating: 0, count: batch.count)
        for (place, row) in rows.enumerated() { places[row] = place }
        return column.gather(places)
      } catch let inner as EvaluationFault {
        let row = inner.row < rows.count ? rows[inner.row] : fault.row
        throw EvaluationFault(code: inner.code, inner.message, row: row, notes: inner.notes)
      }
    }
  }

  /// The outcome of a condition; a missing boolean counts as false.
  static func truth(_ expr: TypedExpr, _ batch: Batch) throws -> Truth {
    switch expr.node {
    case .and(let left, let right):
      return Truth.and(try truth(left, batch), try truth(right, batch))
    case .or(let left, let right):
      return Truth.or(try truth(left, batch), try truth(right, batch))
    case .not(let inner): return try truth(inner, batch).negated
    case .compare(let comparison, let left, let right):
      let isLiteral =
        left.literal?.type == nil && left.literal != nil
        || right.literal?.type == nil && right.literal != nil
      var outcome = Comparison.evaluate(
        comparison, try evaluate(left, batch), try evaluate(right, batch))
      // `x = missing` asks for missing: nothing is left open.
      if isLiteral { outcome.unknown = nil }
      return outcome
    case .isMissing(let inner, let reason):
      let column = try evaluate(inner, batch)
      guard let missing = column.missing else {
        return Truth(values: [Bool](repeating: false, count: batch.count), unknown: nil)
      }
      return Truth(
        values: missing.map { reason == nil ? $0 != 0 : $0 == reason?.rawValue }, unknown: nil)
    case .isIn(let inner, let values):
      return Comparison.isIn(try evaluate(inner, batch), values)
    case .isBetween(let inner, let lower, let upper):
      let column = try evaluate(inner, batch)
      return Truth.and(
        Comparison.evaluate(.greaterOrEqual, column, try evaluate(lower, batch)),
        Comparison.evaluate(.lessOrEqual, column, try evaluate(upper, batch)))
    case .literal, .column, .cast, .arithmetic, .negate, .join, .coalesce, .conditional, .call,
      .kept:
      return truth(of: try evaluate(expr, batch))
    }
  }

  private static func truth(of column: Column) -> Truth {
    guard var values = column.booleans else {
      return Truth(values: [Bool](repeating: false, count: column.count), unknown: nil)
    }
    guard let missing = column.missing else { return Truth(values: values, unknown: nil) }
    for row in values.indices where missing[row] != 0 { values[row] = false }
    return Truth(values: values, unknown: missing.map { $0 != 0 })
  }

  private static func cast(_ column: Column, to type: DataType) -> Column {
    guard type == .number, let integers = column.integers else { return column }
    // Of a column of a file all rows decide, not those of the batch.
    let isExact =
      column.packed?.isExact ?? !integers.contains { $0 >= 1 << 53 || $0 <= -(1 << 53) }
    return Column(
      .number(integers.map { Double($0) }, scale: isExact ? 0 : nil), missing: column.missing,
      coverage: column.coverage)
  }

  private static func call(_ function: ScalarFunction, _ arguments: [TypedExpr], _ batch: Batch)
    throws -> Column
  {
    let columns = try arguments.map { try evaluate($0, batch) }
    var result = try function.evaluate(columns, batch.count)
    guard !function.seesMissing else { return result }
    if let outer = MissingMasks.leftmost(columns, count: batch.count) {
      var mask = result.missing ?? [UInt8](repeating: 0, count: batch.count)
      for row in mask.indices where outer[row] != 0 { mask[row] = outer[row] }
      result.missing = mask
    }
    if result.coverage == nil { result.coverage = MissingMasks.leastCovered(columns) }
    return result
  }
}
