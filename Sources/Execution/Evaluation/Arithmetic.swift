import Columnar
import Planning

/// Arithmetic of whole columns. A missing side makes the result missing with that side's reason;
/// what would be infinite or not a number is missing too; integer overflow is a fault.
enum Arithmetic {
  /// Combines two columns of one numeric type.
  static func evaluate(
    _ operation: ArithmeticOperator, _ left: Column, _ right: Column, type: DataType
  ) throws -> Column {
    let count = left.count
    let outer = MissingMasks.leftmost([left, right], count: count)
    var result: Column
    if let packed = packed(operation, left, right) {
      result = Column(packed)
    } else if type == .integer, let first = left.integers, let second = right.integers {
      result = try integers(operation, first, second, outer)
    } else if let first = left.numbers, let second = right.numbers {
      result = numbers(operation, left, right, first, second)
    } else {
      return .constant(.missing(.unknown), type, count: count)
    }
    if let outer {
      var mask = result.missing ?? [UInt8](repeating: 0, count: count)
      for row in 0..<count where outer[row] != 0 { mask[row] = outer[row] }
      result.missing = mask
    }
    result.coverage = MissingMasks.leastCovered([left, right])
    return result
  }

  /// Sums and differences of packed values, as codes.
  private static func packed(
    _ operation: ArithmeticOperator, _ left: Column, _ right: Column
  ) -> PackedValues? {
    guard operation == .add || operation == .subtract, let first = left.packed,
      let second = right.packed
    else { return nil }
    return first.adding(second, isSubtracted: operation == .subtract)
  }

  /// The column with its sign changed.
  static func negate(_ column: Column) throws -> Column {
    var result = column
    switch column.storage {
    case .integer(let values):
      if let row = values.firstIndex(of: .min) { throw overflow(row) }
      result.storage = .integer(values.map { -$0 })
    case .number(let values, let scale):
      result.storage = .number(values.map { $0 == 0 ? 0 : -$0 }, scale: scale)
    case .boolean, .text, .date, .period: break
    }
    return result
  }

  private static func overflow(_ row: Int) -> EvaluationFault {
    EvaluationFault(
      code: "integer-overflow", "the result is too large for an integer", row: row,
      notes: ["make one side a number, as in `x * 1.0`"])
  }

  private static func integers(
    _ operation: ArithmeticOperator, _ left: [Int64], _ right: [Int64], _ outer: [UInt8]?
  ) throws -> Column {
    var values = [Int64](repeating: 0, count: left.count)
    var mask: [UInt8]?
    for row in left.indices where (outer?[row] ?? 0) == 0 {
      let (first, second) = (left[row], right[row])
      let outcome: (partialValue: Int64, overflow: Bool)
      switch operation {
      case .add: outcome = first.addingReportingOverflow(second)
      case .subtract: outcome = first.subtractingReportingOverflow(second)
      case .multiply, .divide, .power: outcome = first.multipliedReportingOverflow(by: second)
      case .integerDivide, .modulo:
        guard second != 0 else {
          var zeros = mask ?? [UInt8](repeating: 0, count: left.count)
          zeros[row] = MissingReason.divisionByZero.rawValue
          mask = zeros
          continue
        }
        outcome = floored(operation, first, second)
      }
      if outcome.overflow { throw overflow(row) }
      values[row] = outcome.partialValue
    }
    return Column(.integer(values), missing: mask)
  }

  /// `div` rounds down and `mod` has the sign of the divisor, so that `a = (a div b) * b + a mod b`.
  private static func floored(_ operation: ArithmeticOperator, _ left: Int64, _ right: Int64)
    -> (partialValue: Int64, overflow: Bool)
  {
    let quotient = left.dividedReportingOverflow(by: right)
    if quotient.overflow { return operation == .modulo ? (0, false) : quotient }
    let remainder = left - quotient.partialValue * right
    let isInexact = remainder != 0 && (remainder < 0) != (right < 0)
    if operation == .modulo { return (isInexact ? remainder + right : remainder, false) }
    return (isInexact ? quotient.partialValue - 1 : quotient.partialValue, false)
  }

  private static func numbers(
    _ operation: ArithmeticOperator, _ left: Column, _ right: Column, _ first: [Double],
    _ second: [Double]
  ) -> Column {
    if operation == .add || operation == .subtract, let one = left.scale, let other = right.scale {
      let sign = operation == .add ? 1.0 : -1.0
      let scale = max(one, other)
      var isExact = true
      let values = first.indices.map { row in
        if let sum = Decimals.added(first[row], second[row], sign: sign, scale: scale) {
          return sum
        }
        // Too large for the scale: this row is added as doubles, the others stay exact.
        isExact = false
        return first[row] + sign * second[row]
      }
      return finite(values, scale: isExact ? scale : nil)
    }
    var values = [Double](repeating: 0, count: first.count)
    var mask: [UInt8]?
    for row in first.indices {
      let (value, reason) = compute(operation, first[row], second[row])
      if let reason {
        var missing = mask ?? [UInt8](repeating: 0, count: first.count)
        missing[row] = reason.rawValue
        mask = missing
      } else {
        values[row] = value
      }
    }
    return Column(.number(values, scale: nil), missing: mask)
  }

  /// The values with those that are infinite missing.
  private static func finite(_ values: [Double], scale: UInt8?) -> Column {
    guard values.contains(where: { !$0.isFinite }) else {
      return Column(.number(values, scale: scale))
    }
    return Column(
      .number(values.map { $0.isFinite ? $0 : 0 }, scale: nil),
      missing: values.map { $0.isFinite ? 0 : MissingReason.outOfDomain.rawValue })
  }

  private static func compute(_ operation: ArithmeticOperator, _ left: Double, _ right: Double)
    -> (Double, MissingReason?)
  {
    let value: Double
    switch operation {
    case .add: value = left + right
    case .subtract: value = left - right
    case .multiply: value = left * right
    case .divide:
      if right == 0 { return (0, .divisionByZero) }
      value = left / right
    case .integerDivide:
      if right == 0 { return (0, .divisionByZero) }
      value = (left / right).rounded(.down)
    case .modulo:
      if right == 0 { return (0, .divisionByZero) }
      value = left - (left / right).rounded(.down) * right
    case .power: value = ElementaryFunctions.power(left, right)
    }
    return value.isFinite ? (value == 0 ? 0 : value, nil) : (0, .outOfDomain)
  }
}
