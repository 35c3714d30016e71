import Columnar
import Testing

@testable import DataSources

/// Numbers from bytes: the nearest float, as the standard library reads it.
@Suite struct NumeralTests {
  private func number(_ text: String, mark: UInt8 = 0x2E) -> Double? {
    unsafe Array(text.utf8).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let cell = unsafe Cell(start: start, count: buffer.count)
      let reader = NumeralReader(decimalMark: mark, thousands: .none)
      return reader.number(reader.read(cell), cell)
    }
  }

  @Test func isTheNearestFloat() {
    var generator = SeededGenerator(3)
    for _ in 0..<20_000 {
      let whole = String(
        UInt64.random(in: 0...UInt64.max >> UInt64.random(in: 0...63), using: &generator))
      var text = (Bool.random(using: &generator) ? "-" : "") + whole
      if Bool.random(using: &generator) {
        let digits = Int.random(in: 1...22, using: &generator)
        text +=
          "." + (0..<digits).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      }
      if Int.random(in: 0..<8, using: &generator) == 0 {
        text += "e\(Int.random(in: -320...300, using: &generator))"
      }
      let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
      #expect(number(text) == expected, "\(text)")
    }
  }

  @Test(arguments: [
    ("9007199254740993", 9_007_199_254_740_992), ("0.1", 0.1), ("1e22", 1e22), ("1E-5", 1e-5),
    ("123456789012345678901234567890", 123456789012345678901234567890.0),
    ("0.000000000000000000000000000001", 1e-30), ("1e-999", 0), ("−1", -1), ("−2.5", -2.5),
  ])
  func readsHardCases(_ text: String, _ expected: Double) {
    #expect(number(text) == expected)
  }

  @Test func zeroHasNoSign() {
    for text in ["-0", "-0.0", "-0e5", "-1e-999"] {
      #expect(number(text)?.sign == .plus, "\(text)")
    }
  }

  @Test(arguments: [
    "", "-", "+1", "nan", "NaN", "inf", "infinity", "0x1p3", "1_000", "1e", "1e+", "1.e5",
    "1e99999", "١", "1 ", " 1", "1-", "0b1", "1d5", "−", "−-1", "--1", "−−1", "5%", "€ 5", "€", "%",
  ])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(number(text) == nil)
  }

  private func scale(_ values: [String]) throws -> UInt8? {
    let table = try open((["v"] + values).joined(separator: "\n")) { $0.types = [("v", .number)] }
      .read()
    guard case .number(_, let scale) = table.columns[0].storage else { return 99 }
    return scale
  }

  @Test func tellsTheScale() throws {
    #expect(try scale(["1.5", "2.25", "3"]) == 2)
    #expect(try scale(["1", "2"]) == 0)
    #expect(try scale([""]) == 0)
    #expect(try scale(["9007199254740991"]) == 0)
    #expect(try scale(["9007199254740992"]) == nil)
    #expect(try scale(["9007199254740991", "0.5"]) == nil)
    #expect(try scale(["900719925474099.1", "0.5"]) == 1)
    #expect(try scale(["900719925474099.1", "0.55"]) == nil)
    #expect(try scale(["1e5"]) == nil)
    #expect(try scale(["0.0000000000000001"]) == nil)
    #expect(try scale(["0.000000000000001"]) == 15)
    #expect(try scale(["-900719925474099.2"]) == nil)
    #expect(try scale(["12345678901234567890123"]) == nil)
  }
}
