import CStructure
import Columnar
import SourceText
import Synchronization
import Testing

@testable import DataSources

/// A file read in blocks, by any number of threads and any version of the scan, is the file read
/// from front to back.
@Suite struct BlockTests {
  /// A file of some columns with now and then something that is hard to read.
  private struct Text {
    var bytes: [UInt8] = []
    var options = CSVOptions()

    init(_ seed: UInt64) {
      var generator = SeededGenerator(seed)
      let end = ["\n", "\r\n", "\r", "\n"][Int(seed / 3 % 4)]
      let mark = seed % 4 == 0 ? "," : "."
      let separator = seed % 4 == 0 ? ";" : ","
      // How many of a thousand fields are odd: none, a few, many.
      let oddness = [0, 3, 60][Int(seed % 3)]
      if seed % 5 == 0 { bytes += [0xEF, 0xBB, 0xBF] }
      let header = ["naam", "jaar", "getal", "deel", "dag", "ja"].joined(separator: separator)
      bytes += Array((header + end).utf8)
      let names = [
        "Súdwest-Fryslân", "a", "'s-Gravenhage", "Ede", "  Epe ", "", "x", "3 \u{212A}", "3 K",
      ]
      for row in 0..<Int.random(in: 0...800, using: &generator) {
        let whole = Int.random(in: 0...999, using: &generator)
        let tenth = Int.random(in: 0...9, using: &generator)
        var fields = [
          names[Int.random(in: 0..<names.count, using: &generator)], "\(2010 + row % 16)",
          "\(Int.random(in: -999...99_999, using: &generator))",
          "\(whole)\(mark)\(tenth)", "2020-0\(Int.random(in: 1...9, using: &generator))-11",
          row % 3 == 0 ? "true" : "false",
        ]
        if row % 7 == 0 { fields[2] = "" }
        if row % 11 == 0 { fields[3] = seed % 2 == 0 ? "x" : "\(row)\(mark)125" }
        for index in fields.indices
        where Int.random(in: 0..<1000, using: &generator) < oddness {
          fields[index] = Self.odd(fields[index], index, end, &generator)
        }
        bytes += Array(fields.joined(separator: separator).utf8)
        if Int.random(in: 0..<9000, using: &generator) < oddness {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
        bytes += Array(end.utf8)
      }
      if seed % 7 == 1, bytes.last == 0x0A { bytes.removeLast() }
      if seed % 13 == 2 { bytes += Array("Bron: CBS".utf8) }
      options.missing = [("x", .suppressed)]
      options.types = [("naam", .text), ("deel", .number)]
      if seed % 3 != 0 { options.types += [("dag", .text), ("ja", .text)] }
    }

    private static func odd(
      _ field: String, _ index: Int, _ end: String, _ generator: inout SeededGenerator
    ) -> String {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0, 1, 2: return "\"\(field)\""
      case 3: return index == 0 ? "\"een\(end)twee\"" : " \"\(field)\" "
      case 4: return index == 0 ? "\"zei \"\"ja\"\"\"" : "\"\""
      case 5: return index == 0 ? "5\" buis" : field + "  "
      case 6: return index == 0 ? "\"" + String(repeating: "lang, ", count: 900) + "\"" : field
      case 7: return index == 2 ? "12.5" : field
      case 8: return index == 2 ? "12345678901234567890" : "\"\(field)\""
      case 9: return index == 3 ? "1e3" : index == 0 ? "u\u{308}" : field
      case 10: return index == 3 ? "9007199254740993" : field
      default: return index == 0 ? "naam \(Int.random(in: 0...400, using: &generator))" : field
      }
    }
  }

  @Test(arguments: 0..<36 as Range<UInt64>)
  func anyCutGivesTheSame(_ seed: UInt64) throws {
    let text = Text(seed)
    for columns in [nil, [], ["getal"], ["ja", "naam"]] as [[String]?] {
      let expected = CarefulReading.expected(text.bytes, text.options, columns: columns)
      for (size, threads) in [(16, 1), (61, 2), (300, 7), (4096, 2), (BlockBuffer.usual, 2)] {
        let version = StructureScan.versions[(size + Int(seed)) % StructureScan.versions.count]
        let found = CarefulReading.described {
          try CSVSource(.memory(text.bytes), "t.csv", text.options, blockSize: size)
            .read(columns: columns, threads: threads, scan: StructureScan(version: version))
        }
        // A column that is not read may hold what is no text.
        if columns != nil, expected.hasPrefix("invalid-utf8") || expected.hasPrefix("nul-byte") {
          continue
        }
        let difference = CarefulReading.difference(found, expected)
        #expect(
          difference == "",
          "seed \(seed), \(columns ?? ["all"]), \(size), \(threads), \(version)")
      }
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func anyBytesGiveTheSame(_ seed: UInt64) {
    var generator = SeededGenerator(seed ^ 0xB10C)
    let alphabet = Array("a,,;\"\n\n\r| 01.-é".utf8) + (seed % 2 == 0 ? [0, 0xC3, 0xE2, 0xFF] : [])
    let count = Int.random(in: 0...600, using: &generator)
    var bytes = Array("a,b\n".utf8)
    bytes += (0..<count).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    if seed % 3 == 0 {
      bytes = Array(("a,b\n" + String(repeating: "1,\"x\"\n", count: 1100)).utf8) + bytes
    }
    var options = CSVOptions()
    options.delimiter = 0x2C
    options.types = seed % 4 == 0 ? [("a", .text), ("b", .text)] : []
    let expected = CarefulReading.expected(bytes, options)
    for (size, threads) in [(16, 1), (17, 2), (64, 7), (BlockBuffer.usual, 2)] {
      let version = StructureScan.versions[Int(seed / 2) % StructureScan.versions.count]
      let found = CarefulReading.described {
        try CSVSource(.memory(bytes), "t.csv", options, blockSize: size)
          .read(columns: nil, threads: threads, scan: StructureScan(version: version))
      }
      let difference = CarefulReading.difference(found, expected)
      #expect(difference == "", "seed \(seed), \(size), \(threads), \(version)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func versionsOfTheScanAgree(_ seed: UInt64) {
    var generator = SeededGenerator(seed ^ 0x5CA0)
    // Mostly regular text, so that scans come far; odd signs are rare.
    var text: [UInt8] = []
    while text.count < 700 {
      for field in 0..<3 {
        let isQuoted = Int.random(in: 0..<3, using: &generator) == 0
        let length = Int.random(in: 0..<30, using: &generator)
        if isQuoted { text.append(0x22) }
        text += [UInt8](repeating: 0x61, count: length)
        if isQuoted, length % 4 == 0 { text += [0x22, 0x22, 0x0A, 0x2C] }
        if isQuoted { text.append(0x22) }
        text += field < 2 ? [0x2C] : seed % 2 == 0 ? [0x0D, 0x0A] : [0x0A]
      }
      if Int.random(in: 0..<400, using: &generator) == 0 { text.append(0x22) }
    }
    let count = Int.random(in: 1...text.count, using: &generator)
    let stop = Int.random(in: 1...count, using: &generator)
    var answers: Set<[UInt32]> = []
    for version in StructureScan.versions {
      for notes in [true, false] {
        var padded = Array(text[..<count]) + [UInt8](repeating: 0x22, count: Int(CS_SLACK))
        var index = [UInt32](repeating: 0, count: count + Int(CS_SLACK))
        let result = unsafe padded.withUnsafeMutableBufferPointer { bytes in
          unsafe index.withUnsafeMutableBufferPointer { index -> cs_result? in
            guard let start = bytes.baseAddress, let places = index.baseAddress else { return nil }
            let text = unsafe cs_text(
              bytes: start, start: 0, stop: UInt32(stop), end: UInt32(count), fields: 3,
              delimiter: 0x2C, is_last: seed % 3 == 0)
            return unsafe cs_scan(version, text, notes ? places : nil)
          }
        }
        guard let result else { continue }
        var answer = [result.outcome.rawValue]
        if result.outcome == CS_WHOLE {
          answer += [result.records, result.next]
          let places = Array(index[..<Int(result.records * 3)])
          // The separators are where they are, so that both kinds of scan can be compared.
          let isRight = places.enumerated().allSatisfy { number, place in
            guard Int(place) < count else { return Int(place) == count }
            return text[Int(place)] == (number % 3 == 2 ? 0x0A : 0x2C)
          }
          #expect(!notes || isRight)
          if notes { answers.insert(places.sorted() == places ? [] : [1]) }
        } else {
          answers.insert([])
        }
        answers.insert(answer)
      }
    }
    #expect(answers.count == 2, "seed \(seed): \(answers)")
  }

  @Test func onlyColumnsThatAreReadMustBeText() throws {
    let rows = String(repeating: "1,x\n", count: 1200)
    let bytes = Array(("a,b\n" + rows + "2,").utf8) + [0xFF] + Array(("\n" + rows).utf8)
    for size in [32, 4096, BlockBuffer.usual] {
      let source = try open(bytes, blockSize: size)
      #expect(try source.read(columns: ["a"]).count == 2401)
      #expect(try source.read(columns: []).count == 2401)
      #expect { try source.read(columns: ["b"]) } throws: {
        ($0 as? Diagnostic)?.message == "t.csv is not UTF-8: line 1202, byte 3 is 0xFF"
      }
    }
  }

  @Test func isInterruptedBetweenBlocks() throws {
    let source = try open("a\n" + String(repeating: "1\n", count: 5000), blockSize: 64)
    let asked = Mutex(0)
    #expect {
      try source.read(threads: 2) {
        asked.withLock {
          $0 += 1
          return $0 > 5
        }
      }
    } throws: { ($0 as? Diagnostic)?.phase == .interrupted }
    #expect(asked.withLock { $0 } < 12)
  }

  @Test func columnsComePacked() throws {
    let rows = (0..<3000).map { "g\($0 % 300),\(2010 + $0 % 9),\($0).5\n" }
    let text = "naam,jaar,deel\n" + rows.joined()
    let table = try open(text, blockSize: 512).read(threads: 3)
    let packed = table.columns.compactMap(\.packed)
    #expect(packed.count == 3)
    #expect(packed.map(\.codes.width) == [.two, .one, .two])
    #expect(packed.map(\.codeCount) == [300, 9, 29_991])
    #expect(packed.map(\.base) == [0, 2010, 5])
    #expect(table.columns[0].dictionary?.bytes?.count == 300)
  }
}
