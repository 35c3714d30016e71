import Columnar
import SourceText
import Testing

@testable import DataSources

/// Texts made by chance, the same on every run.
@Suite struct GeneratedTests {
  /// A piece of text with everything that is special in a file.
  private func text(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "Z", "é", "ú", "€", "𝄞", ",", ";", "\"", "\n", "\r\n", "\t", "|", " ", "'s-", "0", "9",
    ]
    return (0..<Int.random(in: 1...12, using: &generator))
      .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
  }

  private func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  private func quoted(_ text: String) -> String {
    "\""
      + String(
        text.unicodeScalars.flatMap { $0 == "\"" ? ["\"", "\""] : [$0] }.map(Character.init)) + "\""
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func readsBackWhatWasWritten(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let separator = [",", ";", "\t", "|"][Int(seed % 4)]
    let end = ["\n", "\r\n", "\r"][Int(seed % 3)]
    let count = Int.random(in: 1...2500, using: &generator)
    var file = ["t", "i", "n", "d"].joined(separator: separator) + end
    var expected: [[Value]] = []
    for _ in 0..<count {
      let raw = text(&generator)
      let integer = Int64.random(in: Int64.min...Int64.max, using: &generator) >> Int64(seed)
      let hundredths = Int64.random(in: -9_999_999...9_999_999, using: &generator)
      let date = CalendarDate(days: Int32.random(in: -200_000...200_000, using: &generator))
      let isMissing = Int.random(in: 0..<10, using: &generator) == 0
      let magnitude = hundredths.magnitude
      let mark = separator == ";" ? "," : "."
      let decimal =
        (hundredths < 0 ? "-" : "")
        + "\(magnitude / 100)\(mark)\(magnitude % 100 / 10)\(magnitude % 10)"
      let pad = Bool.random(using: &generator) ? " " : ""
      file +=
        [
          quoted(raw), pad + (isMissing ? "" : "\(integer)"), quoted(pad + decimal),
          date.text + pad,
        ].joined(separator: separator) + end
      let shown = trimmed(raw)
      expected.append([
        shown.isEmpty ? .missing(.unknown) : .text(shown),
        isMissing ? .missing(.unknown) : .integer(integer),
        .number(Double(hundredths) / 100), .date(date),
      ])
    }
    for size in [8, 61, 4096, BlockBuffer.usual] {
      let source = try open(file, blockSize: size) {
        $0.types = [("t", .text), ("i", .integer), ("n", .number), ("d", .date)]
      }
      let table = try source.read()
      #expect(table.rows == expected, "seed \(seed), block \(size)")
      guard case .number(_, let scale) = table.columns[2].storage else { continue }
      #expect(scale == 2)
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func anyBytesGiveATableOrAFault(_ seed: UInt64) {
    var generator = SeededGenerator(seed)
    let alphabet = Array("a,;\"\"\n\r\t| 01.-eE5é\u{FEFF}".utf8) + [0, 0x80, 0xC3, 0xE2, 0xFF]
    let isWild = seed % 3 == 0
    let count = Int.random(in: 0...400, using: &generator)
    let bytes = (0..<count).map { _ in
      isWild
        ? UInt8.random(in: 0...255, using: &generator)
        : alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    let options: (inout CSVOptions) -> Void = { options in
      options.encoding = seed % 5 == 0 ? .windows1252 : .utf8
      options.thousands = seed % 7 == 0 ? .space : seed % 7 == 1 ? .comma : .none
      options.decimalComma = seed % 7 == 1 ? false : nil
      options.skippedLines = Int(seed % 4)
      options.headerLines = seed % 11 == 0 ? 2 : 1
      options.names = seed % 2 == 0 ? [(1, "een"), (2, "twee")] : [(1, "een")]
      options.missing = [("a", .suppressed), ("\"", .unknown)]
    }
    var outcomes: [String] = []
    for size in [8, 13, 64, BlockBuffer.usual] {
      do {
        let source = try open(bytes, blockSize: size, options)
        let table = try source.read()
        for row in table.rows { #expect(row.count == table.schema.fields.count) }
        outcomes.append("\(table.rows)")
      } catch {
        outcomes.append((error as? Diagnostic)?.message ?? "\(error)")
      }
    }
    #expect(Set(outcomes).count == 1, "seed \(seed)")
  }

  @Test func manyDistinctTextsKeepTheirCodes() throws {
    let names = (0..<20_000).map { "gemeente \($0 * 7919 % 20_000)" + ($0 % 3 == 0 ? " é" : "") }
    let table = try open("naam\n" + (names + names).joined(separator: "\n")).read()
    #expect(table.values("naam") == (names + names).map { .text($0) })
    guard case .text(let codes, _) = table.columns[0].storage else { return }
    #expect(codes == (0..<20_000).map(UInt32.init) + (0..<20_000).map(UInt32.init))
  }
}
