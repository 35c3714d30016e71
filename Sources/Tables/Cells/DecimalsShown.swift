import Columnar
import Wording

/// How many decimals the cells of a column show when none are declared: one number for all cells,
/// so that decimal marks stand under each other.
enum DecimalsShown {
  /// No undeclared column shows more.
  static let most = 2

  /// The most decimals any known cell needs, at most ``most``.
  ///
  /// A value that rounds to zero without being it needs them all: `0,00` says that it was rounded.
  static func needed(by column: Column) -> Int {
    guard case .number(let values, _) = column.storage else { return 0 }
    var needed = 0
    for row in values.indices where column.missing.map({ $0[row] == 0 }) ?? true {
      needed = max(needed, Self.needed(by: values[row]))
      if needed == most { break }
    }
    return needed
  }

  /// The decimals of each row of a mixed measure: what the rows of its unit need, or the row alone
  /// when the units are not known.
  static func needed(by column: Column, each units: Column?) -> [Int]? {
    guard case .number(let values, _) = column.storage else { return nil }
    let own = values.indices.map { row in
      column.reason(at: row) == nil ? needed(by: values[row]) : 0
    }
    guard let units else { return own }
    var most: [Value: Int] = [:]
    let names = own.indices.map { units.value(at: $0) }
    for (name, decimals) in zip(names, own) { most[name] = max(most[name] ?? 0, decimals) }
    return names.map { most[$0] ?? 0 }
  }

  private static func needed(by value: Double) -> Int {
    if Int64(exactly: value) != nil { return 0 }
    guard let rounded = DecimalRounding.round(value, decimals: most) else { return 0 }
    var digits = rounded.significand
    var decimals = max(-rounded.exponent, 0)
    if digits == 0 { return most }
    while decimals > 0, digits.isMultiple(of: 10) {
      digits /= 10
      decimals -= 1
    }
    return decimals
  }
}
