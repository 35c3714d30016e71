/// Whether the texts of a column's first rows are mostly unlike.
struct TextVariety {
  private var seen: Set<UInt64> = []
  private var count = 0
  /// So many rows tell enough; fewer tell nothing.
  private static let enough = 256

  /// Looks at a text; eight bytes behind it must be readable.
  mutating func include(_ cell: Cell) {
    guard count < Self.enough else { return }
    count += 1
    // Two that are taken for equal now and then do not matter.
    var mark = UInt64(truncatingIfNeeded: cell.count)
    for place in stride(from: 0, to: cell.count, by: 8) {
      let rest = UInt64(max(0, 64 - 8 * (cell.count - place)))
      let word = unsafe Cell.word(cell.start + place) &<< rest
      mark = (mark ^ word) &* 0x9E37_79B9_7F4A_7C15
      mark ^= mark >> 29
    }
    seen.insert(mark)
  }

  /// Whether most of them stand in one row only.
  var isGreat: Bool { count == Self.enough && seen.count * 4 > count * 3 }
}
