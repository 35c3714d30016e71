import Testing
import Wording

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      (1234.5, 1, "1.234,5", "1\u{2009}234,5", "1,234.5", "1234.5"),
      (1536.25, 1, "1.536,3", "1\u{2009}536,3", "1,536.3", "1536.3"),
      (-0.05, 1, "−0,1", "−0,1", "−0.1", "-0.1"),
      (-0.04, 1, "0,0", "0,0", "0.0", "0.0"),
      (
        1_234_567.891, 2, "1.234.567,89", "1\u{2009}234\u{2009}567,89", "1,234,567.89", "1234567.89"
      ),
      (999.995, 2, "1.000,00", "1\u{2009}000,00", "1,000.00", "1000.00"),
      (0.005, 2, "0,01", "0,01", "0.01", "0.01"),
      (100, 0, "100", "100", "100", "100"),
      (-1000, 0, "−1.000", "−1\u{2009}000", "−1,000", "-1000"),
      (1e-5, 3, "0,000", "0,000", "0.000", "0.000"),
      (
        1.5e20, 1, "150.000.000.000.000.000.000,0",
        "150\u{2009}000\u{2009}000\u{2009}000\u{2009}000\u{2009}000\u{2009}000,0",
        "150,000,000,000,000,000,000.0", "150000000000000000000.0"
      ),
      (12, -3, "12", "12", "12", "12"),
    ] as [(Double, Int, String, String, String, String)])
  func fixedDecimals(
    value: Double, decimals: Int, rijk: String, cbs: String, english: String, plain: String
  ) {
    #expect(NumberStyle.rijk.fixed(value, decimals: decimals) == rijk)
    #expect(NumberStyle.cbs.fixed(value, decimals: decimals) == cbs)
    #expect(NumberStyle.english.fixed(value, decimals: decimals) == english)
    #expect(NumberStyle.plain.fixed(value, decimals: decimals) == plain)
  }

  @Test(
    arguments: [
      (12.50, 2, "12,5"), (12, 2, "12"), (12.004, 2, "12"), (12.005, 2, "12,01"), (0, 2, "0"),
      (-0.001, 2, "0"), (1000.10, 3, "1.000,1"), (100, 5, "100"), (1e-7, 7, "0,0000001"),
      (1.5, -1, "2"), (0.30000000000000004, 20, "0,30000000000000004"),
    ] as [(Double, Int, String)])
  func atMostDecimals(value: Double, decimals: Int, expected: String) {
    #expect(NumberStyle.rijk.atMost(value, decimals: decimals) == expected)
  }

  @Test(
    arguments: [
      (536, "536"), (0.1, "0.1"), (-0.0, "0"), (1e-5, "0.00001"), (1e-7, "0.0000001"),
      (9.9e-8, "9.9e-8"), (.leastNonzeroMagnitude, "5e-324"), (1.5e20, "150000000000000000000"),
      (999_999_999_999_999_868_928, "999999999999999900000"), (1e21, "1e21"),
      (-1.25e22, "-1.25e22"),
      (1e100, "1e100"), (1.7976931348623157e308, "1.7976931348623157e308"), (123.456, "123.456"),
      (0.30000000000000004, "0.30000000000000004"), (9_007_199_254_740_992, "9007199254740992"),
      (1e16, "10000000000000000"), (12_345_678_901_234_568, "12345678901234568"), (100, "100"),
    ] as [(Double, String)])
  func machineForm(value: Double, expected: String) {
    #expect(NumberStyle.plain.shortest(value) == expected)
    #expect(Double(expected) == value)
  }

  @Test func machineFormReadsBack() {
    var state: UInt64 = 99
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      let text = NumberStyle.plain.shortest(value)
      #expect(Double(text) == value)
      #expect(text.utf8.allSatisfy { "0123456789.-e".utf8.contains($0) })
    }
  }

  @Test func shortestWithoutExponentInOtherStyles() {
    #expect(NumberStyle.rijk.shortest(1e21) == "1.000.000.000.000.000.000.000")
    #expect(NumberStyle.rijk.shortest(1e-8) == "0,00000001")
    #expect(NumberStyle.cbs.shortest(1234.5) == "1\u{2009}234,5")
  }

  @Test func signs() {
    #expect(NumberStyle.rijk.signed(2.3, decimals: 1) == "+2,3")
    #expect(NumberStyle.rijk.signed(-1, decimals: 1) == "−1,0")
    #expect(NumberStyle.rijk.signed(0, decimals: 1) == "0,0")
    #expect(NumberStyle.rijk.signed(0.04, decimals: 1) == "0,0")
    #expect(NumberStyle.rijk.signed(-0.04, decimals: 1) == "0,0")
    #expect(NumberStyle.rijk.signedPercent(2.25, decimals: 1) == "+2,3%")
    #expect(NumberStyle.plain.signed(-2.25, decimals: 1) == "-2.3")
    #expect(NumberStyle.rijk.percent(12.3, decimals: 1) == "12,3%")
    #expect(NumberStyle.english.percent(-12.34, decimals: 1) == "−12.3%")
  }

  @Test func wholeNumbers() {
    #expect(NumberStyle.rijk.integer(.min) == "−9.223.372.036.854.775.808")
    #expect(NumberStyle.plain.integer(.min) == "-9223372036854775808")
    #expect(NumberStyle.english.integer(.max) == "9,223,372,036,854,775,807")
    #expect(NumberStyle.rijk.integer(0) == "0")
    #expect(NumberStyle.rijk.integer(-1) == "−1")
    #expect(NumberStyle.cbs.integer(12_345) == "12\u{2009}345")
    #expect(NumberStyle.rijk.integer(999) == "999")
    let format = NumberFormat(style: .rijk, decimals: .exactly(1), sign: .always)
    #expect(format.text(Int64(1234)) == "+1.234,0")
  }

  @Test func largestIntegerRoundedToThousandsHasAllItsDigits() {
    let number = DecimalRounding.round(ShortestDecimal(Int64.min), decimals: -3)
    var bytes: [UInt8] = []
    NumberFormat(style: .plain).append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "-9223372036854776000")
  }

  @Test func whatIsNoNumberHasWords() {
    #expect(NumberStyle.rijk.fixed(.nan, decimals: 1) == "NaN")
    #expect(NumberStyle.plain.shortest(.infinity) == "Infinity")
    #expect(NumberStyle.plain.shortest(-.infinity) == "-Infinity")
  }

  @Test func manyDecimalsAreLimited() {
    #expect(NumberStyle.plain.fixed(1, decimals: .max).utf8.count == 402)
    #expect(NumberStyle.plain.atMost(1.5, decimals: .max) == "1.5")
    #expect(NumberStyle.plain.fixed(1.5, decimals: .min) == "2")
  }
}
