import Columnar
import Planning
import Wording

/// Rounding of whole columns; an integer column stays as it is.
enum Rounding {
  /// Numbers with so many decimals, half away from zero. Throws where an integer cannot hold it.
  static func rounded(_ column: Column, decimals: Int) throws -> Column {
    // What has no more decimals than are wanted stays what it is.
    if let packed = column.packed, let scale = UInt8(exactly: decimals),
      let finer = packed.scaled(to: scale)
    {
      return Column(finer, missing: column.missing)
    }
    switch column.storage {
    case .number(let values, let own):
      let scale = decimals >= 0 && decimals <= 15 ? UInt8(decimals) : nil
      let rounded =
        own.map { whole(values, scale: $0, decimals: decimals) }
        ?? values.map { DecimalRounding.rounded($0, decimals: decimals) }
      let isExact =
        scale.map { scale in
          !rounded.contains { abs($0) * Scaling.powers[Int(scale)] >= Decimals.limit }
        } ?? false
      return Column(.number(rounded, scale: isExact ? scale : nil), missing: column.missing)
    case .integer(let values) where decimals < 0:
      var rounded = [Int64](repeating: 0, count: values.count)
      for row in values.indices where (column.missing?[row] ?? 0) == 0 {
        guard let value = whole(values[row], zeros: -decimals) else {
          throw EvaluationFault(
            code: "integer-overflow", "the result is too large for an integer", row: row)
        }
        rounded[row] = value
      }
      return Column(.integer(rounded), missing: column.missing)
    case .integer, .boolean, .text, .date, .period: return column
    }
  }

  /// Decimals rounded as the integers they are at their scale.
  private static func whole(_ values: [Double], scale: UInt8, decimals: Int) -> [Double] {
    let isFiner = decimals >= Int(scale)
    let power = Scaling.powers[Int(scale)]
    let unit = (0..<min(max(0, Int(scale) - decimals), 18)).reduce(Int64(1)) { unit, _ in unit * 10
    }
    return values.map { value in
      let scaled = (value * power).rounded(.toNearestOrEven)
      // Below 10^15 the digits of the decimal are those of the shortest text of the double.
      guard abs(scaled) < 1e15, decimals >= 0 else {
        return DecimalRounding.rounded(value, decimals: decimals)
      }
      if isFiner { return value }
      let whole = Int64(scaled)
      let rest = whole % unit
      var kept = whole / unit
      if rest.magnitude * 2 >= unit.magnitude { kept += whole < 0 ? -1 : 1 }
      return Double(kept) / Scaling.powers[decimals]
    }
  }

  /// An integer rounded to a number that ends in so many zeros, exactly: a float has too few
  /// digits for the largest. Nil where the result is no 64-bit integer.
  private static func whole(_ value: Int64, zeros: Int) -> Int64? {
    // 10^20 is more than twice the largest integer.
    guard zeros < 20 else { return 0 }
    let unit = (0..<zeros).reduce(UInt64(1)) { power, _ in power * 10 }
    let rest = value.magnitude % unit
    let below = value.magnitude - rest
    let (magnitude, overflow) = below.addingReportingOverflow(rest >= unit - rest ? unit : 0)
    // The smallest integer has no opposite, so the sign is given without making one.
    guard !overflow, magnitude <= UInt64(Int64.max) + (value < 0 ? 1 : 0) else { return nil }
    return value < 0 ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude)
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
