import Columnar
import SourceText
import Testing

@testable import DataSources

/// Rows that a filter leaves out while a file is read are those it would leave out afterwards.
@Suite struct FilteredReadingTests {
  /// A file of names that seldom repeat, written in every way there is, beside other columns.
  private static func text(_ seed: UInt64, isSpelledTwice: Bool = false) -> [UInt8] {
    var generator = SeededGenerator(seed)
    var text = "number,name,place,day\n"
    for row in 0..<Int.random(in: 300...700, using: &generator) {
      var name = "zonnepark \(row % 400)"
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: name = "\"\(name), \"\"fase \(row)\"\"\""
      case 1: name = "\"eerste regel\nen zonnedak \(row)\""
      case 2: name = "  windmolen \(row) "
      case 3: name = "\(isSpelledTwice ? "u\u{308}" : "ü") \(row)"
      case 4: name = "ü \(row) €"
      case 5: name = row % 2 == 0 ? "" : "onbekend"
      default: break
      }
      let number =
        ["\(row)", "\(row).5", "-\(row).125", "", "1e3"]
        .randomElement(using: &generator) ?? ""
      let place =
        ["Ede", "Epe", "\"Ede\"", "Súdwest-Fryslân"].randomElement(using: &generator) ?? ""
      text += "\(number),\(name),\(place),2020-01-\(10 + row % 20)\n"
    }
    return Array(text.utf8)
  }

  private static let holds: @Sendable (Value) -> Bool = { value in
    if case .text(let text) = value { text.utf8.count % 3 != 0 } else { false }
  }

  private static let filter = RowFilter(columns: ["name"]) { columns, count in
    let kept = (0..<count).filter { holds(columns[0].value(at: $0)) }
    return (kept, (0..<count).count { columns[0].reason(at: $0) != nil })
  }

  private static func options(_ options: inout CSVOptions) {
    options.missing = [("onbekend", .suppressed)]
    options.types = [("number", .number)]
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func anyCutGivesTheSame(_ seed: UInt64) throws {
    let bytes = Self.text(seed)
    let columns = seed % 2 == 0 ? ["number", "name", "place", "day"] : ["place", "number"]
    let whole = try open(bytes, Self.options).read()
    let names = whole.values("name")
    let kept = names.indices.filter { Self.holds(names[$0]) }
    for (size, threads) in [(64, 1), (300, 3), (4096, 2), (BlockBuffer.usual, 2)] {
      let source = try open(bytes, blockSize: size, Self.options)
      #expect(source.seldomRepeats("name") && !source.seldomRepeats("place"))
      let found = try #require(
        try source.read(columns: columns, keeping: Self.filter, threads: threads))
      #expect(found.records == whole.count)
      #expect(found.undecided == names.count { if case .missing = $0 { true } else { false } })
      #expect(found.table.schema.names == columns)
      #expect(found.table.count == kept.count)
      for column in columns {
        let values = whole.values(column)
        let wanted = kept.map { values[$0] }
        #expect((found.table.values(column) == wanted), "\(column), \(size)")
        #expect(found.table.column(column)?.scale == whole.column(column)?.scale)
      }
    }
  }

  @Test func textsOfSeveralSpellingsAreLeftToWhoReadsAllRows() throws {
    let source = try open(Self.text(5, isSpelledTwice: true), Self.options)
    #expect(try source.read(columns: ["number"], keeping: Self.filter) == nil)
  }

  @Test func aFaultInARowThatIsNotKeptIsAFault() throws {
    var rows = (0..<1500).map { "\($0),naam \($0)" }
    rows[1400] = "x,abc"
    let bytes = Array(("n,name\n" + rows.joined(separator: "\n")).utf8)
    let broken = Array(("n,name\n" + rows[..<1400].joined(separator: "\n") + "\n1,").utf8) + [0xFF]
    for bytes in [bytes, broken] {
      for size in [64, 4096, BlockBuffer.usual] {
        let source = try open(bytes, blockSize: size)
        let expected = try #require(throws: Diagnostic.self) { try source.read() }
        let found = try #require(throws: Diagnostic.self) {
          try source.read(columns: ["n"], keeping: Self.filter)
        }
        #expect(found.message == expected.message)
      }
    }
  }

  @Test func aFaultInTheConditionIsLeftToWhoReadsAllRows() throws {
    let rows = (0..<1500).map { "\($0),naam \($0)" }.joined(separator: "\n")
    for size in [64, BlockBuffer.usual] {
      let source = try open(Array("n,name\n\(rows)".utf8), blockSize: size)
      let filter = RowFilter(columns: ["name"]) { columns, count in
        (0..<count).contains { columns[0].value(at: $0) == .text("naam 700") } ? nil : ([], 0)
      }
      #expect(try source.read(columns: ["n"], keeping: filter, threads: 2) == nil)
    }
  }

  @Test func textsThatRepeatAreTold() throws {
    let few = try open("a,b\n" + (0..<100).map { "x\($0),y\n" }.joined())
    #expect(!few.seldomRepeats("a"))
    let many = try open("a,b,c\n" + (0..<900).map { "x\($0),y\($0 / 3),\($0)\n" }.joined())
    #expect(many.seldomRepeats("a"))
    #expect(!many.seldomRepeats("b"))
    #expect(!many.seldomRepeats("c"))
  }
}
