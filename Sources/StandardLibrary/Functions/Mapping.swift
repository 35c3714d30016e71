import Columnar
import Planning

/// Computing text functions once per distinct text, and others row by row.
enum Mapping {
  /// A text for each distinct text.
  static func texts(_ column: Column, _ transform: (String) -> String) -> Column {
    guard case .text(let codes, let dictionary) = column.storage else { return column }
    var builder = TextDictionaryBuilder()
    let mapped = each(codes, dictionary, filler: 0) { builder.code(transform($0)) }
    return Column(.text(mapped, builder.finish()), missing: column.missing)
  }

  /// A boolean for each distinct text. The second text is usually a literal.
  static func test(
    _ column: Column, _ pattern: Column, _ holds: (String, String) -> Bool
  ) -> Column {
    guard case .text(let codes, let dictionary) = column.storage,
      case .text(let others, let patterns) = pattern.storage
    else { return column }
    if patterns.count == 1 {
      let pattern = patterns[0]
      return Column(.boolean(each(codes, dictionary, filler: false) { holds($0, pattern) }))
    }
    let (texts, asked) = (dictionary.entries, patterns.entries)
    let values = codes.indices.map { row in
      let (left, right) = (Int(codes[row]), Int(others[row]))
      guard left < texts.count, right < asked.count else { return false }
      return holds(texts[left], asked[right])
    }
    return Column(.boolean(values))
  }

  /// An integer for each distinct text.
  static func integers(_ column: Column, _ transform: (String) -> Int) -> Column {
    guard case .text(let codes, let dictionary) = column.storage else { return column }
    return Column(.integer(each(codes, dictionary, filler: 0) { Int64(transform($0)) }))
  }

  /// Something for the text of each row, made once for each text in use: a batch of a large table
  /// may use few of its texts.
  private static func each<Element>(
    _ codes: [UInt32], _ dictionary: TextDictionary, filler: Element, _ make: (String) -> Element
  ) -> [Element] {
    var made = [Element?](repeating: nil, count: dictionary.count)
    return codes.map { code in
      let code = Int(code)
      guard code < made.count else { return filler }
      if let known = made[code] { return known }
      let new = make(dictionary[code])
      made[code] = new
      return new
    }
  }

  /// A value or a reason for each known row of any column.
  static func values(
    _ column: Column, to type: DataType, _ transform: (Value) throws -> Value
  ) rethrows -> Column {
    var builder = ColumnBuilder(type)
    for row in 0..<column.count { builder.append(try transform(column.value(at: row))) }
    return builder.finish()
  }

  /// An integer of the period of each row: a year, a quarter.
  static func periods(_ column: Column, _ transform: (Period) -> Int?) -> Column {
    periods(column, to: .integer) { transform($0).map { .integer(Int64($0)) } }
  }

  /// A value of the period of each row; an integer that is no year has none.
  static func periods(_ column: Column, to type: DataType, _ transform: (Period) -> Value?)
    -> Column
  {
    var builder = ColumnBuilder(type)
    let integers = column.integers
    for (row, period) in column.periods().enumerated() {
      if let reason = column.reason(at: row) {
        builder.appendMissing(reason)
      } else if let integers, !(1...9999).contains(integers[row]) {
        builder.appendMissing(.outOfDomain)
      } else {
        builder.append(period.flatMap(transform) ?? .missing(.outOfDomain))
      }
    }
    return builder.finish()
  }
}
