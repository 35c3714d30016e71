import Columnar
import SourceText
import Testing
import WorkbookWriting

@testable import DataSources

/// Workbooks that are wrong.
@Suite struct WorkbookFaultTests {
  private let plain = WorkbookDraft([
    WorkbookDraft.Sheet(
      "S", "<row><c t=\"str\"><v>a</v></c></row><row><c><v>1</v></c></row>")
  ])

  private func fault(_ zip: ZipDraft, limits: Workbook.Limits = Workbook.Limits()) -> Diagnostic? {
    readingFault { try openWorkbook(bytes(zip), limits: limits) }
  }

  private func fault(cells: String) -> Diagnostic? {
    readingFault { try openCells("<row><c t=\"str\"><v>a</v></c></row>" + cells) }
  }

  @Test func thePlainOneIsRight() {
    #expect(fault(plain.archive) == nil)
  }

  @Test(arguments: [
    ([], "empty-file"), (Array("a;b\n1;2\n".utf8), "no-workbook"),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600),
      "old-workbook"
    ),
    ([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], "old-workbook"),
    (Array("PK\u{3}\u{4}".utf8) + Array(repeating: 0, count: 100), "damaged-workbook"),
  ])
  func refusesOtherFiles(_ file: [UInt8], _ code: String) {
    #expect(readingFault { try openWorkbook(file) }?.code == code)
  }

  @Test func recognisesEncryption() {
    var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    file += [UInt8](repeating: 0, count: 1024 - file.count + 128)
    file += "EncryptedPackage".utf8.map { [$0, 0] }.joined()
    file += [UInt8](repeating: 0, count: 300)
    #expect(readingFault { try openWorkbook(file) }?.code == "encrypted-workbook")
  }

  @Test func refusesOtherArchives() {
    var zip = ZipDraft()
    zip["readme.txt"] = "x"
    #expect(fault(zip)?.code == "no-workbook")
    zip["mimetype"] = "application/vnd.oasis.opendocument.spreadsheet"
    #expect(fault(zip)?.code == "other-workbook")
    zip = plain.archive
    zip["_rels/.rels"] = zip["_rels/.rels"]?.replacing("workbook.xml", with: "workbook.bin")
    #expect(fault(zip)?.code == "other-workbook")
    zip = plain.archive
    zip["xl/workbook.xml"] = "<document/>"
    #expect(fault(zip)?.code == "no-workbook")
  }

  @Test(arguments: [
    "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
  ])
  func namesThePartThatIsAbsentOrCutOff(_ part: String) throws {
    var zip = plain.archive
    let whole = try #require(zip[part])
    zip[part] = String(whole.dropLast(20))
    let cut = try #require(fault(zip))
    #expect(cut.code == "damaged-workbook")
    #expect(cut.message.contains("`\(part)`, line 1"))
    zip[part] = nil
    #expect(fault(zip)?.message == "b.xlsx is damaged: it has no `\(part)`")
  }

  @Test func refusesDocumentTypes() {
    var zip = plain.archive
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
    for part in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"] {
      let whole = zip[part]
      zip[part] = bomb + (whole ?? "")
      let found = fault(zip)
      #expect(found?.message == "b.xlsx is refused: `\(part)` has a document type")
      zip[part] = whole
    }
  }

  @Test func refusesWhatUnpacksToTooMuch() throws {
    var draft = plain
    draft.sheets[0].rows += String(repeating: "<row><c><v>1</v></c></row>", count: 50_000)
    let part = Workbook.Limits(part: 100_000)
    let found = try #require(fault(draft.archive, limits: part))
    #expect(found.code == "workbook-too-large")
    #expect(found.message == "sheet \"S\" of b.xlsx is larger than 1 MB unpacked")
    #expect(fault(draft.archive, limits: Workbook.Limits(text: 1000))?.code == "workbook-too-large")
    #expect(fault(draft.archive) == nil)
    // One long text in many cells.
    draft = plain
    draft.texts = ["<t>\(String(repeating: "x", count: 10_000))</t>"]
    draft.sheets[0].rows += String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 1000)
    #expect(
      fault(draft.archive, limits: Workbook.Limits(text: 1 << 20))?.code == "workbook-too-large")
  }

  @Test func refusesABitThatFell() throws {
    let file = try bytes(plain.archive)
    var faults = 0
    for index in file.indices {
      var broken = file
      broken[index] ^= 0x10
      // It is a fault or changes nothing that is read; never another value.
      do {
        let table = try openWorkbook(broken).read()
        #expect(table.rows == [[.integer(1)]], "byte \(index)")
      } catch {
        faults += 1
      }
    }
    #expect(faults > file.count / 3)
  }

  @Test func refusesAnArchiveCutOff() throws {
    let file = try bytes(plain.archive)
    for count in stride(from: 1, to: file.count, by: 7) {
      #expect(readingFault { try openWorkbook(Array(file[..<count])) } != nil, "\(count) bytes")
    }
  }

  @Test(arguments: [
    ("<row r=\"1\"/>", "row 1 follows row 1"),
    ("<row r=\"9999999\"/>", "row 9999999 follows row 1"),
    ("<row r=\"3\"><c r=\"A4\"/></row>", "a cell of row 3 is called `A4`"),
    ("<row r=\"3\"><c r=\"ZZZZ3\"/></row>", "a cell of row 3 is called `ZZZZ3`"),
    ("<row r=\"3\"><c r=\"3A\"/></row>", "a cell of row 3 is called `3A`"),
    ("<row r=\"3\"><c r=\"B3\"/><c r=\"A3\"/></row>", "the cells of row 3 are not in order"),
    ("<row><c t=\"q\"><v>1</v></c></row>", "cell A2 is of the unknown type `q`"),
    ("<row><c t=\"s\"><v>0</v></c></row>", "cell A2 holds `0`, not the number of a text"),
    ("<row><c t=\"s\"><v>-1</v></c></row>", "cell A2 holds `-1`, not the number of a text"),
    ("<row><c t=\"b\"><v>2</v></c></row>", "cell A2 holds `2`, not 0 or 1"),
    ("<row><c><v>1,5</v></c></row>", "cell A2 holds `1,5`, not a number"),
    ("<row><c><v>nan</v></c></row>", "cell A2 holds `nan`, not a number"),
    ("<row><c><v>1E999</v></c></row>", "cell A2 holds `1E999`, not a number"),
  ])
  func namesTheCellThatIsDamaged(_ rows: String, _ what: String) {
    #expect(fault(cells: rows)?.message == "sheet \"S\" of b.xlsx is damaged: \(what)")
  }

  @Test(arguments: [
    (
      "=A1", "uncomputed-formula", "cell B3 of sheet \"S\" of b.xlsx is a formula without its value"
    ),
    ("#REF!", "error-cell", "cell B3 of sheet \"S\" of b.xlsx holds the error `#REF!`"),
    (
      "'x", "unreadable-value",
      "`x` in cell B3 of sheet \"S\" of b.xlsx, column n, is not of type integer (declared)"
    ),
    (
      "0.5", "unreadable-value",
      "`0.5` in cell B3 of sheet \"S\" of b.xlsx, column n, is not of type integer (declared)"
    ),
  ])
  func namesTheCell(_ cell: String, _ code: String, _ message: String) {
    let found = readingFault {
      try openMarkup("sheet S\nk | n\n\nb | \(cell)") { $0.types = [("n", .integer)] }
    }
    #expect(found?.code == code)
    #expect(found?.message == message)
    #expect(found?.phase == .run)
  }

  @Test func cellsAreRightBehindTextsOfSeveralLines() {
    let found = readingFault {
      try openCells(
        """
        <row r="2"><c r="B2" t="str"><v>a&#10;b</v></c><c r="D2" t="str"><v>n</v></c></row>
        <row r="4"><c r="B4" t="str"><v>x&#10;y&#13;&#10;z</v></c><c r="D4"><v>1</v></c></row>
        <row r="9"><c r="B9" t="str"><v>x</v></c><c r="D9"><v>1</v></c></row>
        \((10...1200).map { "<row r=\"\($0)\"><c r=\"D\($0)\"><v>1</v></c></row>" }.joined())
        <row r="2000"><c r="D2000" t="str"><v>?</v></c></row>
        """)
    }
    #expect(found?.message.hasPrefix("`?` in cell D2000 of") == true)
  }

  @Test func errorsHaveReasons() throws {
    let markup = "sheet S\nn\n1\n#N/A\n#DIV/0!\n#NUM!\n#REF!"
    let table = try openMarkup(markup) {
      $0.missing = [("#REF!", .notPublished), ("#NUM!", .suppressed)]
    }.read()
    #expect(
      table.values("n") == [
        .integer(1), .missing(.unknown), .missing(.divisionByZero), .missing(.suppressed),
        .missing(.notPublished),
      ])
  }

  @Test(arguments: [
    ("a | b\n1 | 2 | 3", "unnamed-column", "column C of"),
    ("a | | b\n1 | 2 | 3", "unnamed-column", "column B of"),
    ("a | b | a\n1 | 2 | 3", "duplicate-column", "columns A and C of"),
    ("", "empty-file", "sheet \"S\" of b.xlsx is empty"),
  ])
  func refusesHeaders(_ rows: String, _ code: String, _ start: String) {
    let found = readingFault { try openMarkup("sheet S\n" + rows) }
    #expect(found?.code == code)
    #expect(found?.message.hasPrefix(start) == true)
  }
}
