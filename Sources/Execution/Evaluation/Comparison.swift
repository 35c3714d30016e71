import Columnar
import Planning

/// Comparisons of whole columns, with two values: `missing = missing` is true, `missing = 3`
/// false, `!=` the opposite; `<` and its like are false when a side is missing.
enum Comparison {
  /// Compares two columns of one type, or of integers and numbers.
  static func evaluate(_ comparison: ComparisonOperator, _ left: Column, _ right: Column) -> Truth {
    var values: [Bool]
    switch (left.storage, right.storage) {
    case (.boolean(let first), .boolean(let second)):
      values = zip(first, second).map { comparison == .notEqual ? $0 != $1 : $0 == $1 }
    case (.integer(let first), .integer(let second)): values = compare(comparison, first, second)
    case (.number(let first, _), .number(let second, _)):
      values = compare(comparison, first, second)
    case (.integer(let first), .number(let second, _)):
      values = zip(first, second).map { holds(comparison, order($0, $1)) }
    case (.number(let first, _), .integer(let second)):
      values = zip(first, second).map { holds(comparison, -order($1, $0)) }
    case (.date(let first), .date(let second)): values = compare(comparison, first, second)
    case (.period(let first), .period(let second)): values = compare(comparison, first, second)
    case (.text(let first, let one), .text(let second, let other)):
      values = texts(comparison, first, one, second, other)
    default:
      // The planner brings both sides to one type.
      values = [Bool](repeating: false, count: left.count)
    }
    return settle(comparison, &values, left.missing, right.missing)
  }

  private static func settle(
    _ comparison: ComparisonOperator, _ values: inout [Bool], _ left: [UInt8]?, _ right: [UInt8]?
  ) -> Truth {
    guard left != nil || right != nil else { return Truth(values: values, unknown: nil) }
    var unknown = [Bool](repeating: false, count: values.count)
    for row in values.indices {
      let first = (left?[row] ?? 0) != 0
      let second = (right?[row] ?? 0) != 0
      guard first || second else { continue }
      unknown[row] = true
      switch comparison {
      case .equal: values[row] = first && second
      case .notEqual: values[row] = !(first && second)
      case .less, .lessOrEqual, .greater, .greaterOrEqual: values[row] = false
      }
    }
    return Truth(values: values, unknown: unknown)
  }

  private static func compare<Element: Comparable>(
    _ comparison: ComparisonOperator, _ left: [Element], _ right: [Element]
  ) -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(left.count)
    switch comparison {
    case .equal: for row in left.indices { result.append(left[row] == right[row]) }
    case .notEqual: for row in left.indices { result.append(left[row] != right[row]) }
    case .less: for row in left.indices { result.append(left[row] < right[row]) }
    case .lessOrEqual: for row in left.indices { result.append(left[row] <= right[row]) }
    case .greater: for row in left.indices { result.append(left[row] > right[row]) }
    case .greaterOrEqual: for row in left.indices { result.append(left[row] >= right[row]) }
    }
    return result
  }

  /// Which of an integer and a number is less: -1 the integer, 1 the number, 0 neither. The number
  /// is never rounded to the integer nor the other way about.
  private static func order(_ integer: Int64, _ number: Double) -> Int {
    // The integers lie in -2^63..<2^63.
    if number >= 0x1p63 { return -1 }
    if number < -0x1p63 { return 1 }
    let floor = number.rounded(.down)
    let whole = Int64(floor)
    if integer != whole { return integer < whole ? -1 : 1 }
    return floor < number ? -1 : 0
  }

  private static func holds(_ comparison: ComparisonOperator, _ order: Int) -> Bool {
    switch comparison {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  /// Texts are compared once per distinct pair of sides: a literal costs one look per entry.
  private static func texts(
    _ comparison: ComparisonOperator, _ left: [UInt32], _ one: TextDictionary, _ right: [UInt32],
    _ other: TextDictionary
  ) -> [Bool] {
    if other.entries.count == 1, right.first == 0 {
      let outcome = one.entries.map { holds(comparison, $0, other.entries[0]) }
      return left.map { Int($0) < outcome.count && outcome[Int($0)] }
    }
    var builder = TextDictionaryBuilder()
    let first = one.entries.map { builder.code($0) }
    let second = other.entries.map { builder.code($0) }
    let ranks = TextOrder.ranks(of: builder.finish().entries)
    func ranked(_ codes: [UInt32], _ map: [UInt32]) -> [Int] {
      codes.map { Int($0) < map.count ? ranks[Int(map[Int($0)])] : 0 }
    }
    return compare(comparison, ranked(left, first), ranked(right, second))
  }

  private static func holds(_ comparison: ComparisonOperator, _ left: String, _ right: String)
    -> Bool
  {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: TextOrder.precedes(left, right)
    case .lessOrEqual: !TextOrder.precedes(right, left)
    case .greater: TextOrder.precedes(right, left)
    case .greaterOrEqual: !TextOrder.precedes(left, right)
    }
  }

  /// Membership of a list; a missing value is a member only when the list names `missing`.
  static func isIn(_ column: Column, _ list: [Value]) -> Truth {
    let wanted = Set(list)
    let hasMissing = list.contains { $0.type == nil }
    var values: [Bool]
    switch column.storage {
    case .text(let codes, let dictionary):
      let outcome = dictionary.entries.map { wanted.contains(.text($0)) }
      values = codes.map { Int($0) < outcome.count && outcome[Int($0)] }
    case .integer(let integers):
      // `x in [1, 2.0]`: a whole number is the integer it equals, as with `=`.
      let whole = Set(
        list.compactMap { value -> Int64? in
          if case .integer(let integer) = value { return integer }
          return value.asNumber.flatMap { Int64(exactly: $0) }
        })
      values = integers.map { whole.contains($0) }
    case .number(let numbers, _):
      let set = Set(list.compactMap(\.asNumber))
      values = numbers.map { set.contains($0) }
    case .boolean(let flags): values = flags.map { wanted.contains(.boolean($0)) }
    case .date(let days):
      values = days.map { wanted.contains(.date(CalendarDate(days: $0))) }
    case .period(let periods): values = periods.map { wanted.contains(.period($0)) }
    }
    // No value is a member of the empty list: nothing is left open.
    guard let missing = column.missing, !list.isEmpty else {
      return Truth(values: values, unknown: nil)
    }
    for row in values.indices where missing[row] != 0 { values[row] = hasMissing }
    return Truth(values: values, unknown: hasMissing ? nil : missing.map { $0 != 0 })
  }
}
