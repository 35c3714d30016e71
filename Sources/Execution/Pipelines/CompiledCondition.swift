import Columnar
import Planning

/// A condition made ready for batches of one kind: parts that look at one packed column are
/// tables of outcomes, one for each distinct value.
indirect enum CompiledCondition: Sendable {
  /// Outcomes by code, and by raw value of a reason.
  case table(column: Int, outcomes: [UInt8], reasons: [UInt8])
  case and(CompiledCondition, CompiledCondition)
  case or(CompiledCondition, CompiledCondition)
  case not(CompiledCondition)
  case general(TypedExpr)

  /// An outcome is a byte: 1 when the condition holds, plus 2 when a missing value decided.
  static let holds: UInt8 = 1
  static let isOpen: UInt8 = 2

  /// Makes a condition ready for batches like `template`, which has no rows.
  init(_ expr: TypedExpr, for template: Batch) {
    if let index = expr.onlyColumn, let table = Self.table(expr, index, template) {
      self = table
      return
    }
    switch expr.node {
    case .and(let left, let right):
      self = .and(Self(left, for: template), Self(right, for: template))
    case .or(let left, let right):
      self = .or(Self(left, for: template), Self(right, for: template))
    case .not(let inner): self = .not(Self(inner, for: template))
    case .literal, .column, .cast, .arithmetic, .negate, .join, .compare, .isMissing, .isIn,
      .isBetween, .coalesce, .conditional, .call, .kept:
      self = .general(expr)
    }
  }

  /// The outcomes by distinct value; nil when there are too many, or one of them is a fault, which
  /// counts only if a row has it.
  private static func table(_ expr: TypedExpr, _ index: Int, _ template: Batch) -> Self? {
    guard let distinct = DistinctValues(of: index, in: template),
      let truth = try? ExprEvaluator.truth(expr, distinct.batch)
    else { return nil }
    let states = truth.states
    var reasons = [UInt8](repeating: 0, count: 256)
    for reason in MissingReason.allCases {
      reasons[Int(reason.rawValue)] = states[distinct.row(of: reason)]
    }
    return .table(column: index, outcomes: Array(states[..<distinct.valueCount]), reasons: reasons)
  }

  /// The outcome of each row. Throws ``EvaluationFault``.
  func outcomes(_ batch: Batch) throws -> [UInt8] {
    switch self {
    case .table(let index, let outcomes, let reasons):
      let column = batch.columns[index]
      guard let packed = column.packed else {
        return [UInt8](repeating: 0, count: batch.count)
      }
      return packed.codes.lookup(outcomes, missing: column.missing, reasons: reasons)
    case .and(let left, let right):
      var result = try left.outcomes(batch)
      let other = try right.outcomes(batch)
      for row in result.indices { result[row] = Self.and(result[row], other[row]) }
      return result
    case .or(let left, let right):
      var result = try left.outcomes(batch)
      let other = try right.outcomes(batch)
      for row in result.indices { result[row] = Self.or(result[row], other[row]) }
      return result
    case .not(let inner): return try inner.outcomes(batch).map { $0 ^ Self.holds }
    case .general(let expr): return try ExprEvaluator.truth(expr, batch).states
    }
  }

  /// Open when a side is and neither is a definite false.
  @inline(__always)
  private static func and(_ left: UInt8, _ right: UInt8) -> UInt8 {
    let open = (left | right) & (left | left << 1) & (right | right << 1) & isOpen
    return left & right & holds | open
  }

  /// Open when a side is and neither is a definite true.
  @inline(__always)
  private static func or(_ left: UInt8, _ right: UInt8) -> UInt8 {
    let open = (left | right) & (left | ~(left << 1)) & (right | ~(right << 1)) & isOpen
    return (left | right) & holds | open
  }
}

extension Truth {
  /// The outcomes as bytes.
  var states: [UInt8] {
    guard let unknown else { return values.map { $0 ? 1 : 0 } }
    return values.indices.map { (values[$0] ? 1 : 0) | (unknown[$0] ? 2 : 0) }
  }
}
