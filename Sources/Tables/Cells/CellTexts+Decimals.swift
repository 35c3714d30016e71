import Columnar
import Wording

extension CellTexts {
  /// The texts of whole numbers or decimals for programs, all in one go; nil for values that are
  /// neither, or that ``PlainDecimal`` does not write.
  ///
  /// - Parameter reasons: the text of a missing cell.
  init?(plain column: Column, reasons: (MissingReason) -> [UInt8]) {
    guard let packed = column.packed, packed.codeCount > 0,
      packed.base.magnitude < PlainDecimal.limit,
      packed.codeCount < PlainDecimal.limit - Int64(packed.base.magnitude)
    else { return nil }
    let scale: UInt8
    switch packed.meaning {
    case .integer: scale = 0
    case .number(let decimals) where decimals <= PlainDecimal.mostDecimals: scale = decimals
    case .number, .text, .date, .boolean, .period: return nil
    }
    let wholes = packed.wholes
    var texts = [[UInt8]](repeating: [], count: 256)
    if column.missing != nil {
      for reason in MissingReason.allCases { texts[Int(reason.rawValue)] = reasons(reason) }
    }
    let room = texts.reduce(PlainDecimal.room) { max($0, $1.count) }
    let missing = column.missing
    var ends: [Int] = []
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wholes.count * room) { bytes, filled in
      guard let start = bytes.baseAddress else { return }
      ends = unsafe [Int](unsafeUninitializedCapacity: wholes.count) { ends, count in
        for row in wholes.indices {
          if let missing, missing[row] != 0 {
            for byte in texts[Int(missing[row])] {
              unsafe start[filled] = byte
              filled &+= 1
            }
          } else {
            filled &+= unsafe PlainDecimal.write(wholes[row], scale: scale, to: start + filled)
          }
          unsafe ends.initializeElement(at: row, to: filled)
        }
        count = wholes.count
      }
    }
    self.init(bytes: bytes, ends: ends)
  }
}
