import Columnar
import SourceText
import Testing

@testable import DataSources

/// Records, fields, quotes and line ends, and what can be wrong with them.
@Suite struct StructureTests {
  @Test(arguments: ["", "\u{FEFF}", "\n\n", "\r\n"])
  func refusesEmptyFiles(_ text: String) {
    let found = fault(text)
    #expect(found?.code == "empty-file")
    #expect(found?.message == "t.csv is empty")
    #expect(found?.phase == .run)
  }

  @Test(arguments: ["a,b", "a,b\n", "a,b\r\n\r\n"])
  func readsAHeaderAlone(_ text: String) throws {
    let table = try open(text).read()
    #expect(table.schema.names == ["a", "b"])
    #expect(table.count == 0)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "end"])
  func readsAnyLineEnd(_ end: String, _ last: String) throws {
    for size in [8, 9, 10, 11, 12, 13, 64] {
      let text = ["a,b", "1,x", "", "2,\"y\(end)z\"", "3,q"].joined(separator: end)
      let table = try open(text + (last.isEmpty ? "" : end), blockSize: size).read()
      #expect(table.values("a") == [.integer(1), .integer(2), .integer(3)])
      #expect(table.values("b") == [.text("x"), .text("y\(end)z"), .text("q")])
    }
  }

  @Test func readsQuotes() throws {
    let text = "a;b\n\"x;y\"; \"p\"\"q\" \n\"\"\"\";\"\"\n5\" buis;'s-Gravenhage\n"
    for size in [8, 9, 11, 17, 100] {
      let table = try open(text, blockSize: size).read()
      #expect(table.values("a") == [.text("x;y"), .text("\""), .text("5\" buis")])
      #expect(
        table.values("b") == [.text("p\"q"), .missing(.unknown), .text("'s-Gravenhage")])
    }
  }

  @Test(arguments: [
    ("a,b\n1\n", 2, "1 field", "2"), ("a,b\n1,2\n1,2,3\n", 3, "3 fields", "2"),
    ("a,b\n1,2\n\n\"x\ny\",2\n,,,\n", 6, "4 fields", "2"), ("a\n1\n1,2\n", 3, "2 fields", "1"),
  ])
  func namesRaggedRows(_ text: String, _ line: Int, _ found: String, _ expected: String) {
    let message = "line \(line) of t.csv has \(found), the header has \(expected)"
    let made = fault(text) { $0.delimiter = UInt8(ascii: ",") }
    #expect(made?.code == "ragged-row")
    #expect(made?.message == message)
  }

  @Test(arguments: [
    ("a,b\n1,\"x\n2,3\n4,5\n", "unclosed-quote", 2), ("a,\"b\n1,2\n", "unclosed-quote", 1),
    ("a,b\n1,2\n3,\"x\"y\n", "text-after-quote", 3), ("a,b\n1,\"x\"\"\n", "unclosed-quote", 2),
    ("a,b\n\"\n", "unclosed-quote", 2), ("a\n\"x\" \"y\"\n", "text-after-quote", 2),
  ])
  func namesTheLineOfAQuote(_ text: String, _ code: String, _ line: Int) {
    let found = fault(text) { $0.delimiter = UInt8(ascii: ",") }
    #expect(found?.code == code)
    #expect(found?.message.contains("line \(line) of t.csv") == true)
  }

  @Test func namesHeadersThatAreNoNames() {
    #expect(fault("a,,b\n1,2,3\n")?.message == "column 2 of t.csv has no name in the header")
    #expect(fault("a,b,a\n1,2,3\n")?.message == "columns 1 and 3 of t.csv are both named a")
    #expect(fault("a, a \n1,2\n")?.code == "duplicate-column")
    #expect(fault("a,\" \"\n1,2\n")?.code == "unnamed-column")
    #expect(fault("\"x\"\";\"\"y\"\n\"1\"\";\"\"2\"\n")?.code == "saved-twice")
  }

  @Test func takesNamesByPosition() throws {
    let source = try open(";;a\nx;1;2\n") { $0.names = [(1, "regio"), (2, "jaar")] }
    #expect(source.schema.names == ["regio", "jaar", "a"])
    #expect(fault("a,b\n1,2\n") { $0.names = [(3, "c")] }?.code == "bad-option")
    #expect(fault("a,b\n1,2\n") { $0.names = [(0, "c")] }?.code == "bad-option")
    #expect(fault("a,b\n1,2\n") { $0.names = [(1, "b")] }?.code == "duplicate-column")
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ","), ("a;b\n1;2\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
    ("a|x;b|y;c\n1;2;3\n", ";"), ("\"a,b\";c\n1;2\n", ";"), ("alleen\n1\n", ","),
    ("a;b,c;d\n1;2;3\n1;2;3\n", ";"), ("a;b\n1,5;2,5\n", ";"), ("a,b;c,d\nx,y,z\nx,y,z\n", ","),
  ])
  func findsTheSeparator(_ text: String, _ expected: String) throws {
    #expect(try open(text).delimiter == expected.utf8.first)
  }

  @Test func passesOverTitles() throws {
    let text = "Titel van de tabel\n\nPeriode; \"2020\na;b\n1;2\n"
    let table = try open(text) { $0.skippedLines = 3 }.read()
    #expect(table.rows == [[.integer(1), .integer(2)]])
    #expect(fault(text) { $0.skippedLines = 9 }?.code == "empty-file")
    let crlf = try open("titel\r\ntitel\r\na;b\r\n1;2\r\n", blockSize: 8) { $0.skippedLines = 2 }
    #expect(crlf.schema.names == ["a", "b"])
    #expect(fault("x\ny\na;b\n1\n") { $0.skippedLines = 2 }?.message.contains("line 4") == true)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func aHeaderMayBeLongerThanABlock(ending: String) throws {
    let names = (1...20_000).map { "column\($0)" }.joined(separator: ";")
    let row = (1...20_000).map { "\($0)" }.joined(separator: ";")
    let table = try open(names + ending + row + ending, blockSize: 64).read()
    #expect(table.schema.names.last == "column20000")
    #expect(table.rows.first?.last == .integer(20_000))
  }

  @Test func joinsHeaderLines() throws {
    let table = try open(";2021;2022*\nsoort;aantal;aantal\nx;1;2\n") { $0.headerLines = 2 }.read()
    #expect(table.schema.names == ["soort", "2021 aantal", "2022* aantal"])
    #expect(table.rows == [[.text("x"), .integer(1), .integer(2)]])
    #expect(fault("a;b\nc\n1;2\n") { $0.headerLines = 2 }?.code == "ragged-row")
    #expect(fault("a;b\n") { $0.headerLines = 0 }?.code == "bad-option")
  }

  @Test func tellsTheSourceLineApart() throws {
    for last in ["Bron: CBS;", "Bron: CBS", "\"Bron: CBS\";\r\n\r\n", "Bron: CBS;\n"] {
      let source = try open("a;b\nx;1\ny;2\n" + last)
      #expect(source.sourceLine == "Bron: CBS")
      #expect(try source.read().count == 2)
    }
    let row = try open("a;b\nx;1\nBron: CBS;3\n")
    #expect(row.sourceLine == nil)
    #expect(try row.read().count == 2)
    let quoted = try open("a;b\n1;\"x\nBron: CBS\"\n")
    #expect(try quoted.read().values("b") == [.text("x\nBron: CBS")])
    let kept = try open("a;b\nx;\nBron: CBS;\n") { $0.keepsSourceLine = true }
    #expect(try kept.read().count == 2)
  }

  @Test func readsOnlyTheColumnsNamed() throws {
    let source = try open("a,b,c\n1,x,2\n3,\"y\"\"\",4\n")
    let table = try source.read(columns: ["c", "a", "c"])
    #expect(table.schema.names == ["c", "a"])
    #expect(table.rows == [[.integer(2), .integer(1)], [.integer(4), .integer(3)]])
    #expect(try source.read(columns: []).count == 2)
    #expect { try source.read(columns: ["d"]) } throws: {
      ($0 as? Diagnostic)?.code == "unknown-column"
    }
  }

  @Test(arguments: [0x22, 0x0A, 0x00, 0xE9, 0x20, 0x31, 0x2D] as [UInt8])
  func refusesImpossibleSeparators(_ byte: UInt8) {
    #expect(fault("a,b\n") { $0.delimiter = byte }?.code == "bad-option")
  }

  @Test func aRecordWithoutEndIsGivenUp() throws {
    let fields = "a,b\n1,x\n2,\"" + String(repeating: "regel\n", count: 3000)
    for (most, code) in [(1 << 12, "endless"), (1 << 20, "closed")] {
      var text = RecordStream.Text(
        origin: .memory(Array(fields.utf8)), encoding: .utf8, fault: CSVFault(name: "t.csv"))
      text.blockSize = 64
      text.longestRecord = most
      var stream = try RecordStream(text)
      let table = FieldTable(fieldCount: 2, wanted: [0])
      defer { extendLifetime(table) }
      var found: Diagnostic?
      var records = 0
      do {
        while let (batch, _) = try stream.next(0x2C, into: table) { records += batch.rows }
      } catch {
        found = error
      }
      #expect(records == 2)
      #expect(found?.code == "unclosed-quote")
      #expect(found?.message.contains("line 3 of t.csv") == true)
      #expect(found?.message.contains("does not end") == (code == "endless"))
    }
  }
}
