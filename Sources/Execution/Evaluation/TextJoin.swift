import Columnar

/// `a ++ b`
enum TextJoin {
  /// Joins texts row by row, once per distinct pair.
  static func evaluate(_ left: Column, _ right: Column) -> Column {
    guard case .text(let first, let one) = left.storage,
      case .text(let second, let other) = right.storage
    else { return left }
    let mask = MissingMasks.leftmost([left, right], count: left.count)
    var builder = TextDictionaryBuilder()
    var pairs: [UInt64: UInt32] = [:]
    var codes = [UInt32](repeating: 0, count: first.count)
    for row in first.indices where (mask?[row] ?? 0) == 0 {
      let pair = UInt64(first[row]) << 32 | UInt64(second[row])
      if let code = pairs[pair] {
        codes[row] = code
      } else {
        let code = builder.code(one.entries[Int(first[row])] + other.entries[Int(second[row])])
        pairs[pair] = code
        codes[row] = code
      }
    }
    return Column(.text(codes, builder.finish()), missing: mask)
  }
}
