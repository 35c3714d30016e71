import Columnar
import Planning

/// A condition made ready for batches of one kind: parts that look at one packed column are
/// tables of outcomes, one for each distinct value.
indirect enum CompiledCondition: Sendable {
  /// Outcomes by code, and by raw value of a reason.
  case table(column: Int, outcomes: [UInt8], reasons: [UInt8])
  /// Whether a column is missing, for any reason or for one, given by its raw value.
  case missing(column: Int, reason: UInt8?)
  case and(CompiledCondition, CompiledCondition)
  case or(CompiledCondition, CompiledCondition)
  case not(CompiledCondition)
  case general(TypedExpr)

  /// An outcome is a byte: 1 when the condition holds, plus 2 when a missing value decided.
  static let holds: UInt8 = 1
  static let isOpen: UInt8 = 2

  /// Makes a condition ready for batches like `template`, which has no rows, of `rows` in all.
  init(_ expr: TypedExpr, for template: Batch, rows: Int, _ context: ExecutionContext) {
    if let index = expr.onlyColumn, let table = Self.table(expr, index, template, rows, context) {
      self = table
      return
    }
    func part(_ expr: TypedExpr) -> Self { Self(expr, for: template, rows: rows, context) }
    switch expr.node {
    case .and(let left, let right):
      self = .and(part(left), part(right))
    case .or(let left, let right):
      self = .or(part(left), part(right))
    case .not(let inner): self = .not(part(inner))
    case .isMissing(let inner, let reason) where inner.column != nil:
      self = .missing(column: inner.column ?? 0, reason: reason?.rawValue)
    case .literal, .column, .cast, .arithmetic, .negate, .join, .compare, .isMissing, .isIn,
      .isBetween, .coalesce, .conditional, .call, .kept:
      self = .general(expr)
    }
  }

  /// The outcomes by distinct value; nil when there are too many, or one of them is a fault, which
  /// counts only if a row has it.
  private static func table(
    _ expr: TypedExpr, _ index: Int, _ template: Batch, _ rows: Int, _ context: ExecutionContext
  ) -> Self? {
    guard let distinct = DistinctValues(of: index, in: template, rows: rows),
      let states = try? states(expr, distinct.batch, context)
    else { return nil }
    var reasons = [UInt8](repeating: 0, count: 256)
    for reason in MissingReason.allCases {
      reasons[Int(reason.rawValue)] = states[distinct.row(of: reason)]
    }
    return .table(column: index, outcomes: Array(states[..<distinct.valueCount]), reasons: reasons)
  }

  /// The outcomes of the distinct values, of which there may be as many as rows, side by side.
  private static func states(_ expr: TypedExpr, _ batch: Batch, _ context: ExecutionContext) throws
    -> [UInt8]
  {
    // Not so many that long texts, which several parts of a condition look at, go out of the cache.
    let size = DistinctValues.most / 16
    guard batch.count > size else { return try ExprEvaluator.truth(expr, batch).states }
    let pieces = (batch.count - 1) / size + 1
    return try SideBySide.results(pieces, context, step: "look at distinct texts") { piece in
      let range = (piece * size)..<min((piece + 1) * size, batch.count)
      return try ExprEvaluator.truth(expr, batch.slice(range)).states
    }.flatMap { $0 }
  }

  /// The outcome of each row. Throws ``EvaluationFault``.
  func outcomes(_ batch: Batch) throws -> Outcomes {
    switch self {
    case .table(let index, let outcomes, let reasons):
      let column = batch.columns[index]
      guard let packed = column.packed else { return .same(0) }
      if column.missing == nil, let same = Self.same(packed, outcomes) { return .same(same) }
      return .rows(packed.codes.lookup(outcomes, missing: column.missing, reasons: reasons))
    case .missing(let index, let reason):
      guard let mask = batch.columns[index].missing else { return .same(0) }
      guard let reason else { return .rows(mask.map { $0 == 0 ? 0 : Self.holds }) }
      return .rows(mask.map { $0 == reason ? Self.holds : 0 })
    case .and(let left, let right):
      if left.isTables, right.shared(batch) == 0 { return .same(0) }
      let first = try left.outcomes(batch)
      // What is false already need not be looked at again, unless that could be a fault.
      if case .same(0) = first, right.isTables { return first }
      if right.shared(batch) == Self.holds { return first }
      if case .rows(var rows) = first, right.narrow(&rows, batch) { return .rows(rows) }
      return Outcomes.combined(first, try right.outcomes(batch), Self.and)
    case .or(let left, let right):
      let first = try left.outcomes(batch)
      if case .same(Self.holds) = first, right.isTables { return first }
      return Outcomes.combined(first, try right.outcomes(batch), Self.or)
    case .not(let inner):
      return Outcomes.combined(try inner.outcomes(batch), .same(0)) { one, _ in Self.not(one) }
    case .general(let expr): return .rows(try ExprEvaluator.truth(expr, batch).states)
    }
  }

  /// Narrows the outcomes of other conditions by those of this one, where that takes a look at rows
  /// that still hold only; else false.
  private func narrow(_ rows: inout [UInt8], _ batch: Batch) -> Bool {
    switch self {
    case .table(let index, let outcomes, let reasons):
      let column = batch.columns[index]
      guard let packed = column.packed else { return false }
      if column.missing == nil, Self.same(packed, outcomes) != nil { return false }
      packed.codes.narrow(&rows, outcomes, missing: column.missing, reasons: reasons)
      return true
    case .missing(let index, let reason):
      guard let mask = batch.columns[index].missing else { return false }
      MissingMasks.narrow(&rows, to: mask, reason, isOpposite: false)
      return true
    case .not(.missing(let index, let reason)):
      guard let mask = batch.columns[index].missing else { return false }
      MissingMasks.narrow(&rows, to: mask, reason, isOpposite: true)
      return true
    case .and, .or, .not, .general: return false
    }
  }

  /// The outcome that all rows share, where that shows without looking at them one by one.
  private func shared(_ batch: Batch) -> UInt8? {
    switch self {
    case .table(let index, let outcomes, _):
      let column = batch.columns[index]
      return column.missing == nil ? column.packed.flatMap { Self.same($0, outcomes) } : nil
    case .missing(let index, _): return batch.columns[index].missing == nil ? 0 : nil
    case .and(let left, let right):
      let (one, other) = (left.shared(batch), right.shared(batch))
      if one == 0 || other == 0 { return 0 }
      return Self.shared(one, other, Self.and)
    case .or(let left, let right):
      let (one, other) = (left.shared(batch), right.shared(batch))
      if one == Self.holds || other == Self.holds { return Self.holds }
      return Self.shared(one, other, Self.or)
    case .not(let inner): return inner.shared(batch).map { $0 ^ Self.holds }
    case .general: return nil
    }
  }

  private static func shared(
    _ one: UInt8?, _ other: UInt8?, _ body: (UInt64, UInt64) -> UInt64
  ) -> UInt8? {
    guard let one, let other else { return nil }
    return UInt8(truncatingIfNeeded: body(UInt64(one), UInt64(other)))
  }

  /// The outcome that all rows share for certain, going by the codes that occur near them.
  private static func same(_ packed: PackedValues, _ outcomes: [UInt8]) -> UInt8? {
    guard var codes = packed.codes.nearbyCodes(codeCount: packed.codeCount), codes != 0 else {
      return nil
    }
    var same: UInt8?
    while codes != 0 {
      let outcome = outcomes[codes.trailingZeroBitCount]
      guard same == nil || same == outcome else { return nil }
      same = outcome
      codes &= codes - 1
    }
    return same
  }

  /// Whether it is made of tables only, which cannot have a fault.
  private var isTables: Bool {
    switch self {
    case .table, .missing: true
    case .and(let left, let right), .or(let left, let right): left.isTables && right.isTables
    case .not(let inner): inner.isTables
    case .general: false
    }
  }

  /// Both, for a byte or eight of them: open when a side is and neither is a definite false.
  @inline(__always)
  private static func and(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let open = (left | right) & (left | left << 1) & (right | right << 1) & Outcomes.open
    return left & right & Outcomes.holds | open
  }

  /// One of both, for a byte or eight of them: open when a side is and neither is a definite true.
  @inline(__always)
  private static func or(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let open = (left | right) & (left | ~(left << 1)) & (right | ~(right << 1)) & Outcomes.open
    return (left | right) & Outcomes.holds | open
  }

  /// The opposite, for a byte or eight of them; what is open stays open.
  @inline(__always)
  private static func not(_ outcome: UInt64) -> UInt64 { outcome ^ Outcomes.holds }
}
