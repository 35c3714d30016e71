import Columnar
import Planning
import Wording

/// Rounding of whole columns; an integer column stays as it is.
enum Rounding {
  /// Numbers with so many decimals, half away from zero. Throws for an integer whose rounded value
  /// is none.
  static func rounded(_ column: Column, decimals: Int) throws -> Column {
    switch column.storage {
    case .number(let values, _):
      let scale = decimals >= 0 && decimals <= 15 ? UInt8(decimals) : nil
      let rounded = values.map { DecimalRounding.rounded($0, decimals: decimals) }
      let isExact =
        scale.map { scale in
          !rounded.contains { abs($0) * Scaling.powers[Int(scale)] >= Decimals.limit }
        } ?? false
      return Column(.number(rounded, scale: isExact ? scale : nil), missing: column.missing)
    case .integer(let values) where decimals < 0:
      var multiples: [Int64] = []
      multiples.reserveCapacity(values.count)
      for (row, value) in values.enumerated() {
        guard let multiple = nearestMultiple(of: -decimals, to: value) else {
          throw EvaluationFault(
            code: "integer-overflow", "the result is too large for an integer", row: row)
        }
        multiples.append(multiple)
      }
      return Column(.integer(multiples), missing: column.missing)
    case .integer, .boolean, .text, .date, .period: return column
    }
  }

  /// The nearest multiple of a power of ten, half away from zero; nil when it is no integer. Exact,
  /// where a detour over 64-bit floats would lose digits beyond 2⁵³.
  private static func nearestMultiple(of exponent: Int, to value: Int64) -> Int64? {
    // Half of 10²⁰ is more than any integer.
    guard exponent < 20 else { return 0 }
    var unit: UInt64 = 1
    for _ in 0..<exponent { unit *= 10 }
    let rest = value.magnitude % unit
    let below = value.magnitude - rest
    guard rest > 0, rest >= unit - rest else { return value < 0 ? -Int64(below) : Int64(below) }
    let (above, isTooLarge) = below.addingReportingOverflow(unit)
    guard !isTooLarge, let found = Int64(exactly: above) else { return nil }
    return value < 0 ? -found : found
  }

  /// Numbers changed one by one; integers stay.
  static func mapped(_ column: Column, _ transform: (Double) -> Double) -> Column {
    guard case .number(let values, _) = column.storage else { return column }
    return Column(.number(values.map { transform($0) + 0 }, scale: nil), missing: column.missing)
  }

  /// Values without their sign. Throws for the one integer that has no opposite.
  static func absolute(_ column: Column) throws -> Column {
    switch column.storage {
    case .number(let values, let scale):
      return Column(.number(values.map { abs($0) }, scale: scale), missing: column.missing)
    case .integer(let values):
      if let row = values.firstIndex(of: .min) {
        throw EvaluationFault(
          code: "integer-overflow", "the result is too large for an integer", row: row)
      }
      return Column(.integer(values.map { abs($0) }), missing: column.missing)
    case .boolean, .text, .date, .period: return column
    }
  }
}
