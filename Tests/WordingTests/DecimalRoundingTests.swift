import Testing
import Wording

@Suite struct DecimalRoundingTests {
  @Test(
    arguments: [
      (1536.25, 1, 1536.3), (1.005, 2, 1.01), (0.285, 2, 0.29), (-0.05, 1, -0.1), (2.5, 0, 3),
      (-2.5, 0, -3), (0.5, 0, 1), (0.49999999999999994, 0, 0), (1.45, 1, 1.5), (8.345, 2, 8.35),
      (1234, -2, 1200), (1250, -2, 1300), (-1250, -2, -1300), (49, -2, 0), (50, -2, 100),
      (1e22, 2, 1e22), (1e-5, 5, 1e-5), (1.5e-5, 5, 2e-5), (4.9e-6, 5, 0), (99.995, 2, 100),
      (0.1 + 0.2, 17, 0.30000000000000004), (123456789.125, 2, 123456789.13),
      (9_007_199_254_740_992, 0, 9_007_199_254_740_992),
      (.leastNonzeroMagnitude, 324, .leastNonzeroMagnitude),
      (.leastNonzeroMagnitude, 323, 2 * .leastNonzeroMagnitude),
      (1.7976931348623157e308, 2, 1.7976931348623157e308), (1e16, -16, 1e16), (6e15, -16, 1e16),
      (4e15, -16, 0), (1.5e300, 400, 1.5e300), (1.5, 999, 1.5), (1.5, -999, 0),
    ] as [(Double, Int, Double)])
  func roundsHalfAwayFromZero(value: Double, decimals: Int, expected: Double) {
    #expect(DecimalRounding.rounded(value, decimals: decimals) == expected)
    #expect(DecimalRounding.rounded(-value, decimals: decimals) == -expected)
  }

  @Test func zeroIsNeverNegative() {
    for value in [-0.04, -0.0, -Double.leastNonzeroMagnitude] {
      let rounded = DecimalRounding.rounded(value, decimals: 1)
      #expect(rounded == 0)
      #expect(rounded.sign == .plus)
    }
  }

  @Test func whatIsNoNumberStaysAsItIs() {
    #expect(DecimalRounding.rounded(.infinity, decimals: 1) == .infinity)
    #expect(DecimalRounding.rounded(-.infinity, decimals: 1) == -.infinity)
    #expect(DecimalRounding.rounded(.nan, decimals: 1).isNaN)
    #expect(DecimalRounding.round(.nan, decimals: 1) == nil)
  }

  @Test func digitsReadBackAsTheSameValue() throws {
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(try #require(ShortestDecimal(value)).value == value)
    }
  }

  @Test func aShortCutGivesWhatTheDigitsGive() {
    var state: UInt64 = 11
    for index in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let decimals = index % 17
      let power = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
      let random = Double(Int64(bitPattern: state) >> Int64(index % 40 + 12))
      // Some as they come, some halfway between two neighbours, some just beside that.
      let near = ((random / 1024).rounded() + 0.5) / power
      for value in [random / 1_000_003, near, near.nextUp, near.nextDown] {
        let digits = DecimalRounding.round(value, decimals: decimals)?.value
        #expect(DecimalRounding.rounded(value, decimals: decimals) == digits, "\(value)")
      }
    }
  }

  @Test func roundingTwiceChangesNothing() {
    var state: UInt64 = 7
    for index in 0..<5_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(Int64(bitPattern: state) >> 20) / 1_000_003
      let once = DecimalRounding.rounded(value, decimals: index % 6)
      #expect(DecimalRounding.rounded(once, decimals: index % 6) == once)
      #expect((once - value).magnitude <= 0.5000001 / [1, 10, 100, 1e3, 1e4, 1e5][index % 6])
    }
  }
}
