import Columnar
import SourceText
import Testing

@testable import DataSources

/// Bytes that are letters and bytes that are not.
@Suite struct EncodingTests {
  @Test(
    arguments: [
      ([0xE9], "0xE9"), ([0xC3, 0x28], "0xC3"), ([0xED, 0xA0, 0x80], "0xED"),
      ([0xF5, 0x80, 0x80, 0x80], "0xF5"), ([0xC0, 0xAF], "0xC0"), ([0xE2, 0x82], "0xE2"),
      ([0x80], "0x80"), ([0xF0, 0x82, 0x82, 0xAC], "0xF0"),
    ] as [([UInt8], String)])
  func namesTheBrokenByte(_ bytes: [UInt8], _ shown: String) {
    let found = fault(Array("a;b\r\nx;Frysl\u{E2}n\r\ny;ab".utf8) + bytes + Array(";\n".utf8))
    #expect(found?.code == "invalid-utf8")
    #expect(found?.message == "t.csv is not UTF-8: line 3, byte 5 is \(shown)")
    #expect(found?.notes.first?.contains("encoding \"windows-1252\"") == true)
  }

  @Test func namesASequenceCutOffByTheEnd() {
    let found = fault(Array("a\nx\n".utf8) + [0xC3])
    #expect(found?.message == "t.csv is not UTF-8: line 3, byte 1 is 0xC3")
  }

  @Test func refusesNul() {
    #expect(
      fault(Array("a,b\n1,2\n".utf8) + [0])?.message == "t.csv is no text: line 3, byte 1 is 0")
    #expect(fault([0xFF, 0xFE, 0x61, 0x00])?.code == "invalid-utf8")
    #expect(fault([0x61, 0x00, 0x3B, 0x00])?.code == "nul-byte")
    #expect(fault([0x61, 0x0A, 0x00]) { $0.encoding = .windows1252 }?.code == "nul-byte")
  }

  @Test func aFaultInDataBeforeABrokenByteIsTheFirst() {
    let rows = Array(String(repeating: "1\n", count: 1500).utf8)
    let text = Array("a\n".utf8) + rows + Array("x\n".utf8) + rows + [0xE9, 0x0A]
    #expect(fault(text)?.message.hasPrefix("`x` in line 1502") == true)
  }

  @Test func readsWindows1252() throws {
    let bytes = Array("naam;prijs\n".utf8) + [0x46, 0x72, 0xE2, 0x6E, 0x3B, 0x80, 0x20, 0x31, 0x0A]
    for size in [8, 9, 10, 32, 1024] {
      let table = try open(bytes, blockSize: size) { $0.encoding = .windows1252 }.read()
      #expect(table.rows == [[.text("Frân"), .text("€ 1")]])
    }
  }

  @Test func knowsEveryByteOfWindows1252() throws {
    let bytes = Array("a\n".utf8) + (0x80...0xFF).flatMap { [$0, 0x0A] as [UInt8] }
    let table = try open(bytes) { $0.encoding = .windows1252 }.read()
    #expect(table.count == 128)
    #expect(table.values("a")[0x93 - 0x80] == .text("\u{201C}"))
    #expect(table.values("a")[0xFF - 0x80] == .text("ÿ"))
    #expect(table.values("a")[0x81 - 0x80] == .text("\u{81}"))
  }

  @Test func readsLettersAcrossBlocks() throws {
    let names = ["Súdwest-Fryslân", "Noardeast-Fryslân", "€", "𝄞", "a", "é"]
    let text = "naam\n" + names.joined(separator: "\n")
    for size in 8...40 {
      #expect(try open(text, blockSize: size).read().values("naam") == names.map { .text($0) })
    }
  }

  @Test func treatsEquivalentSpellingsAsOne() throws {
    let table = try open("a\n\u{FA}\nu\u{301}\n\u{FA}\nx\n").read()
    guard case .text(let codes, let dictionary) = table.columns[0].storage else {
      Issue.record("a column of text was expected")
      return
    }
    #expect(codes == [0, 0, 0, 1])
    #expect(dictionary.entries == ["\u{FA}", "x"])
    let kelvin = try open("a\n3 \u{212A}\n3 K\n\u{212A}\u{FA}\nKu\u{301}\n").read()
    guard case .text(let others, _) = kelvin.columns[0].storage else { return }
    #expect(others == [0, 0, 1, 1])
  }
}
