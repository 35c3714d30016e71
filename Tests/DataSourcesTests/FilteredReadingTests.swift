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

  private static let filter = filter(on: "name", where: holds)

  private static func filter(
    on column: String, where holds: @escaping @Sendable (Value) -> Bool
  ) -> RowFilter {
    RowFilter(columns: [column]) {
      { columns, count in
        let kept = (0..<count).filter { holds(columns[0].value(at: $0)) }
        return (kept, (0..<count).count { columns[0].reason(at: $0) != nil })
      }
    }
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
      let filter = RowFilter(columns: ["name"]) {
        { columns, count in
          (0..<count).contains { columns[0].value(at: $0) == .text("naam 700") } ? nil : ([], 0)
        }
      }
      #expect(try source.read(columns: ["n"], keeping: filter, threads: 2) == nil)
    }
  }

  /// Columns of every kind a filter may look at, with few and with many values, beside one of
  /// texts that seldom repeat.
  private static func facts(_ seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed)
    var text = "year,amount,share,place,village,name\n"
    func cell(_ text: String) -> String {
      Int.random(in: 0..<12, using: &generator) == 0 ? "" : text
    }
    for row in 0..<Int.random(in: 1100...3000, using: &generator) {
      let year = row < 20 ? "2020" : cell("\(2015 + row % 9)")
      let share = ["0", "0.5", "12.25", "1e-3", "-7"].randomElement(using: &generator) ?? ""
      let place =
        ["Ede", "Epe", "\"Oss\"", "Súdwest-Fryslân"].randomElement(using: &generator) ?? ""
      text += "\(year),\(cell("\(row * 37 % 70_000 - 9000)")),\(cell(share)),\(cell(place)),"
      text += "\(cell("dorp \(row * 7 % 1400)")),\(cell("naam \(row)"))\n"
    }
    return Array(text.utf8)
  }

  @Test(
    arguments: ["year", "amount", "share", "place", "village", "name"], 0..<4 as Range<UInt64>)
  func anyColumnMayBeLookedAt(_ name: String, _ seed: UInt64) throws {
    let bytes = Self.facts(seed)
    let holds: @Sendable (Value) -> Bool = { value in
      switch value {
      case .integer(let whole): whole % 3 == 0
      case .number(let number): number > 0.25
      case .text(let text): text.utf8.reduce(0) { $0 &+ Int($1) } % 3 == 0
      default: false
      }
    }
    let whole = try open(bytes).read()
    let values = whole.values(name)
    let kept = values.indices.filter { holds(values[$0]) }
    #expect(kept.count > 100 && kept.count < whole.count)
    let columns = seed % 2 == 0 ? whole.schema.names : whole.schema.names.filter { $0 != name }
    for (size, threads) in [(300, 3), (4096, 2), (1 << 16, 1)] {
      let source = try open(bytes, blockSize: size)
      let filter = Self.filter(on: name, where: holds)
      let found = try #require(
        try source.read(columns: columns, keeping: filter, threads: threads))
      #expect(found.undecided == values.count { if case .missing = $0 { true } else { false } })
      for column in columns {
        let all = whole.values(column)
        #expect((found.table.values(column) == kept.map { all[$0] }), "\(column), \(size)")
      }
    }
  }

  /// What a column is kept as, and so how exactly is computed with it, is decided by all rows.
  @Test(arguments: [
    "900719925474099.1", "9007199254740993", "1e300", "0.12345678", "-70000.25", "",
  ])
  func aRowThatIsNotKeptDecidesAboutTheColumn(_ outlier: String) throws {
    for place in [3, 700, 1400] {
      let rows = (0..<1500).map { row in
        row == place ? "0,\(outlier),7" : "\(row % 5),\(row % 90).\(row % 4),\(row * 3)"
      }
      let bytes = Array(("k,a,n\n" + rows.joined(separator: "\n")).utf8)
      let types: (inout CSVOptions) -> Void = { $0.types = [("a", .number)] }
      for (size, threads) in [(64, 1), (500, 3), (1 << 16, 2)] {
        let source = try open(bytes, blockSize: size, types)
        let whole = try source.read()
        let filter = Self.filter(on: "k") { $0 == .integer(1) }
        let found = try #require(
          try source.read(columns: ["a", "n"], keeping: filter, threads: threads)
        ).table
        for name in ["a", "n"] {
          let (one, other) = try (
            #require(found.column(name)), #require(whole.column(name))
          )
          #expect(one.scale == other.scale, "\(outlier) in row \(place), \(size)")
          #expect((one.packed == nil) == (other.packed == nil))
          #expect(one.packed?.base == other.packed?.base)
          #expect(one.packed?.codeCount == other.packed?.codeCount)
        }
      }
    }
  }

  /// The first spelling may stand in a row that is not kept, in a block that is read again.
  @Test func theFirstSpellingIsThatOfAllRows() throws {
    for place in 0..<12 {
      let rows = (0..<400).map { row in
        let name =
          row == 3 * place ? "caf\u{E9}" : row % 40 == 39 ? "cafe\u{301}" : "bar \(row % 7)"
        return
          "\(row % 40 == 39 ? 1 : 0),\(name),\"\(String(repeating: "regel\n", count: row % 9))\""
      }
      let bytes = Array(("k,name,text\n" + rows.joined(separator: "\n")).utf8)
      let whole = try open(bytes).read()
      let kept = whole.values("k").indices.filter { whole.values("k")[$0] == .integer(1) }
      let names = kept.map { Array("\(whole.values("name")[$0])".utf8) }
      let filter = Self.filter(on: "k") { $0 == .integer(1) }
      for size in [64, 200, 1000] {
        let source = try open(bytes, blockSize: size)
        guard let found = try source.read(columns: ["name"], keeping: filter, threads: 3) else {
          continue
        }
        #expect((found.table.values("name").map { Array("\($0)".utf8) } == names))
      }
    }
  }

  @Test func aColumnThatIsWiderLaterIsLeftToWhoReadsAllRows() throws {
    let rows = (0..<3000).map { "\($0 == 2500 ? "7.5" : "\($0 % 9)"),plaats" }
    let source = try open("n,place\n" + rows.joined(separator: "\n"), blockSize: 4096)
    let filter = Self.filter(on: "n") { $0 == .integer(3) }
    #expect(try source.read(columns: ["place"], keeping: filter, threads: 2) == nil)
    let other = Self.filter(on: "place") { $0 == .text("nergens") }
    let found = try #require(try source.read(columns: ["n"], keeping: other))
    #expect(found.table.count == 0)
    #expect(found.table.schema.field("n")?.type == .number)
  }

  @Test func textsThatRepeatAndHaveSeveralSpellingsAreLeftToWhoReadsAllRows() throws {
    let rows = (0..<3000).map { "\($0),\($0 == 2000 ? "Su\u{301}dwest" : "Súdwest")" }
    let source = try open("n,place\n" + rows.joined(separator: "\n"), blockSize: 4096)
    let filter = Self.filter(on: "place") { $0 == .text("Súdwest") }
    #expect(try source.read(columns: ["n"], keeping: filter, threads: 2) == nil)
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
