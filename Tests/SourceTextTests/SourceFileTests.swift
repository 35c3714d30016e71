import SourceText
import Testing

@Suite("Files and their lines")
struct SourceFileTests {
  @Test(
    "Bytes that are not UTF-8 are found at their place",
    arguments: [
      ([0x61, 0xFF], 1), ([0xC3], 0), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0),
      ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0x61, 0xE2, 0x82], 1), ([0x80], 0), ([0xC3, 0xA9, 0xC3, 0x28], 2),
      ([0xF0, 0x9F, 0x98, 0x41], 0), ([0xE2, 0x28, 0xA1], 0),
    ] as [([UInt8], Int)])
  func invalid(bytes: [UInt8], offset: Int) {
    #expect(UTF8Check.firstInvalidOffset(in: bytes) == offset)
    #expect(throws: Diagnostic.self) { try SourceFile(name: "x", bytes: bytes) }
    do throws(Diagnostic) {
      _ = try SourceFile(name: "x", bytes: bytes)
    } catch {
      #expect(error.code == "invalid-utf8")
      #expect(error.range == SourceRange(offset, offset))
      #expect(DiagnosticRenderer().text(of: error).contains("0x"))
    }
  }

  @Test("The check agrees with decoding", arguments: 0..<200)
  func agrees(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    let bytes = (0..<6).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let choices: [UInt8] = [
        0x41, 0x80, 0xBF, 0xC3, 0xE2, 0xED, 0xF0, 0xF4, 0x9F, 0xA0, 0x90, 0x82,
      ]
      return choices[Int((state >> 33) % 12)]
    }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect((UTF8Check.firstInvalidOffset(in: bytes) == nil) == isValid)
  }

  @Test("Lines end with LF, and a CR before it belongs to the end")
  func lines() {
    let file = SourceFile(name: "x", text: "a\r\n\nbc\rd\n")
    #expect(file.lines.starts == [0, 3, 4, 9])
    #expect(
      (0..<4).map { file.text(file.lines.range(ofLine: $0, in: file.utf8)) } == [
        "a", "", "bc\rd", "",
      ])
    #expect((0...9).map { file.lines.line(of: $0) } == [0, 0, 0, 1, 2, 2, 2, 2, 2, 3])
    #expect(SourceFile(name: "x", text: "").lines.line(of: 0) == 0)
  }

  @Test("Texts of ranges outside the file are cut")
  func ranges() {
    let file = SourceFile(name: "x", text: "abc")
    #expect(file.text(SourceRange(-5, 2)) == "ab")
    #expect(file.text(SourceRange(2, 99)) == "c")
    #expect(file.text(SourceRange(50, 99)) == "")
    #expect(SourceRange(5, 2) == SourceRange(5, 5))
    #expect(SourceRange(1, 2).union(SourceRange(5, 6)) == SourceRange(1, 6))
  }

  @Test("Faults come in the order of their places, equal ones as found")
  func order() {
    let faults = [(5, "a"), (2, "b"), (5, "c"), (nil, "d")].map { place, code in
      Diagnostic(.error, code: code, code, range: place.map { SourceRange($0, $0) })
    }
    #expect(Diagnostics(faults).list.map(\.code) == ["d", "b", "a", "c"])
  }
}
