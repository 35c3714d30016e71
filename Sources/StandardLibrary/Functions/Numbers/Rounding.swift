import Columnar
import Planning
import Wording

/// Rounding of whole columns; an integer column stays as it is.
enum Rounding {
  /// Numbers with so many decimals, half away from zero.
  static func rounded(_ column: Column, decimals: Int) -> Column {
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
      let rounded = values.map {
        Int64(exactly: DecimalRounding.rounded(Double($0), decimals: decimals)) ?? $0
      }
      return Column(.integer(rounded), missing: column.missing)
    case .integer, .boolean, .text, .date, .period: return column
    }
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
