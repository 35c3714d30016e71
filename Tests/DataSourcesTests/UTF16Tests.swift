import SourceText
import Testing

@testable import DataSources

/// Text in UTF-16 with its mark is read as the same text in UTF-8.
@Suite struct UTF16Tests {
  private static let text = "naam;n\r\nSúdwest-Fryslân;1\r\n𝒳;2\r\n"

  private static func bytes(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let halves = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittleEndian ? halves : halves.reversed()
    }
  }

  private static func text(of bytes: [UInt8]) throws -> String? {
    guard case .memory(let found)? = try UTF16Text.transcoded(.memory(bytes), name: "t.csv") else {
      return nil
    }
    return String(decoding: found, as: UTF8.self)
  }

  @Test(arguments: [true, false]) func givesTheSameText(isLittleEndian: Bool) throws {
    let bytes = Self.bytes(Self.text, isLittleEndian: isLittleEndian)
    #expect(try Self.text(of: bytes) == Self.text)
  }

  @Test(arguments: [true, false]) func aHalfLetterIsAFault(isLittleEndian: Bool) {
    let bytes = Self.bytes(Self.text, isLittleEndian: isLittleEndian)
    #expect(throws: Diagnostic.self) { try Self.text(of: Array(bytes.dropLast())) }
    // The second half of a pair is gone.
    let pair = Self.bytes("x𝒳", isLittleEndian: isLittleEndian)
    #expect(throws: Diagnostic.self) { try Self.text(of: Array(pair.dropLast(2))) }
  }

  @Test(arguments: [[], [0xFF], [0x61, 0x62], Array("naam;n\n".utf8)] as [[UInt8]])
  func otherTextIsLeftAlone(bytes: [UInt8]) throws {
    #expect(try Self.text(of: bytes) == nil)
  }

  @Test func aMarkAloneIsAnEmptyText() throws {
    #expect(try Self.text(of: [0xFF, 0xFE]) == "")
  }
}
