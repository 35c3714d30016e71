import Testing
import Wording

/// Decimals written many at a time are those that are written one by one.
@Suite struct PlainDecimalTests {
  @Test func decimalsAreWrittenAsOneByOne() {
    let format = NumberFormat(style: .plain)
    var wholes: [Int64] = [0, 1, -1, 9, 10, -10, 99, 100, 1000, 100_000, -120_300, 5_000_000]
    wholes += [PlainDecimal.limit - 1, 1 - PlainDecimal.limit, 123_456_789_012_340]
    var state: UInt64 = 5
    for bits in 0..<400 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let whole = Int64(state >> UInt64(15 + bits % 45)) % PlainDecimal.limit
      wholes.append(bits % 3 == 0 ? -whole : whole)
    }
    for scale in 0...PlainDecimal.mostDecimals {
      for whole in wholes {
        var expected: [UInt8] = []
        format.append(ShortestDecimal(whole, scale: scale), to: &expected)
        let written = unsafe [UInt8](unsafeUninitializedCapacity: PlainDecimal.room) {
          room, count in
          guard let start = room.baseAddress else { return }
          count = unsafe PlainDecimal.write(whole, scale: scale, to: start)
        }
        #expect(written == expected, "\(whole) with \(scale) decimals")
      }
    }
  }
}
