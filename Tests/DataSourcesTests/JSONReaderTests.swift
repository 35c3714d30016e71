import SourceText
import Testing

@testable import DataSources

/// Reading JSON a piece at a time.
@Suite struct JSONReaderTests {
  private func number(_ text: String) -> Double? {
    var reader = JSONReader(Array(text.utf8))
    return try? reader.number()
  }

  private func string(_ text: String) -> String? {
    var reader = JSONReader(Array(text.utf8))
    return try? reader.string()
  }

  /// Whether a text as a whole is JSON.
  private func isJSON(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes)
    do {
      try reader.skip()
      try reader.finish()
      return true
    } catch {
      return false
    }
  }

  @Test func numbersAreThoseOfTheStandardLibrary() throws {
    var generator = SeededGenerator(7)
    for _ in 0..<20_000 {
      let value = Double.random(in: -700_000...700_000, using: &generator)
      let places = Int.random(in: 0...6, using: &generator)
      let scale = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000][places]
      let rounded = (value * scale).rounded() / scale
      #expect(number("\(rounded)") == rounded)
      let read = try #require(number("\(value)"))
      #expect((read - value).magnitude <= value.ulp)
    }
    for (text, value) in [
      ("0", 0), ("-0", 0), ("1e3", 1000), ("1E+3", 1000), ("25e-1", 2.5), ("-1.50", -1.5),
      ("0.000000000000000000001", 1e-21), ("1e-400", 0),
      ("123456789012345678901", 123_456_789_012_345_683_968),
    ] as [(String, Double)] {
      #expect(number(text) == value, "\(text)")
    }
  }

  @Test(arguments: ["", "-", ".5", "1.", "1e", "1e+", "01", "+1", "1e400", "NaN", "Infinity"])
  func whatIsNoNumberIsRefused(_ text: String) { #expect(number(text) == nil) }

  @Test func textsAreUnescaped() {
    #expect(string(#""a\"b\\c\/\n\t\u00e9\uD83D\uDE00""#) == "a\"b\\c/\n\té😀")
    #expect(string("\"Súdwest-Fryslân\"") == "Súdwest-Fryslân")
    #expect(string("\"\"") == "")
  }

  @Test(arguments: [
    "\"", "\"a", "\"\\", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\uD83D\"",
    "\"\\uD83D\\u0041\"", "\"a\nb\"",
  ])
  func whatIsNoTextIsRefused(_ text: String) { #expect(string(text) == nil) }

  @Test func brokenBytesAreRefused() {
    var reader = JSONReader([0x22, 0xC3, 0x22])
    #expect(throws: JSONFault.self) { try reader.string() }
  }

  @Test(arguments: [
    "{}", "[]", " [1, -2.5e3 , \"a\", true,false,null, {\"a\":[{}]}] ", "\u{FEFF}[1]", "\"x\"",
  ])
  func wholeTextsAreRead(_ text: String) { #expect(isJSON(Array(text.utf8))) }

  @Test(arguments: [
    "", "{", "[", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1 2]", "[]]",
    "nul", "[tru]", "{\"a\":1 \"b\":2}", "[1]x",
  ])
  func brokenTextsAreRefused(_ text: String) { #expect(!isJSON(Array(text.utf8))) }

  @Test func bracketsWithoutEndAreRefused() {
    #expect(!isJSON([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)))
    #expect(!isJSON(Array(String(repeating: "{\"a\":", count: 100_000).utf8)))
  }

  @Test func everyCutAndEveryChangedByteEndsWell() {
    let text = Array(#"{"a":[1.5,-2e3,"é\u00e9\n"],"b":{"c":null,"d":[[],{}]}}"#.utf8)
    for end in 0..<text.count { #expect(!isJSON(Array(text[..<end]))) }
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[place] = byte
        _ = isJSON(changed)
      }
    }
  }

  @Test func placesAreLinesAndColumns() {
    let bytes = Array("{\n  \"a\": x}".utf8)
    var reader = JSONReader(bytes)
    do {
      try reader.skip()
      Issue.record("no fault")
    } catch {
      let fault = error.diagnostic("f.json", bytes)
      #expect(
        fault.message == "f.json is no JSON: line 2, column 8 has `x` where a value is expected")
    }
  }
}
