import Columnar
import SourceText
import Testing
import WorkbookWriting

@testable import DataSources

/// Which sheet of a workbook is read.
@Suite struct WorkbookSheetTests {
  private let book = """
    sheet Leeg
    hidden Geheim
    a
    1
    sheet Cijfers 2023
    a
    2
    chart Grafiek
    """

  @Test func theOnlyVisibleOneWithDataNeedsNoName() throws {
    #expect(try openMarkup(book).read().values("a") == [.integer(2)])
  }

  @Test func hiddenOnesAreReadWhenNamed() throws {
    #expect(try openMarkup(book, sheet: "Geheim").read().values("a") == [.integer(1)])
  }

  @Test func namesTheNearest() throws {
    let found = try #require(readingFault { try openMarkup(book, sheet: "cijfers 2022") })
    #expect(found.code == "unknown-sheet")
    #expect(found.phase == .check)
    #expect(
      found.notes == [
        "did you mean \"Cijfers 2023\"?",
        "sheets here: \"Leeg\", \"Geheim\", \"Cijfers 2023\", \"Grafiek\"",
      ])
  }

  @Test func chartsAreNoTables() throws {
    let found = try #require(readingFault { try openMarkup(book, sheet: "Grafiek") })
    #expect(found.message == "sheet \"Grafiek\" of b.xlsx is a chart, not a table")
  }

  @Test func severalNeedAName() throws {
    let found = try #require(readingFault { try openMarkup(book + "\nsheet B\nx\n1") })
    #expect(found.code == "several-sheets")
    #expect(found.notes == ["say which: `sheet \"Cijfers 2023\"`, `sheet \"B\"`"])
  }

  @Test func oneVisibleSheetThatIsEmptyIsEmpty() {
    #expect(readingFault { try openMarkup(book, sheet: "Leeg") }?.code == "empty-file")
    #expect(readingFault { try openMarkup("sheet A\nsheet B") }?.code == "empty-file")
  }

  @Test func somethingMustBeVisible() throws {
    let found = try #require(readingFault { try openMarkup("hidden H\na\n1\nchart C") })
    #expect(found.code == "no-table-sheet")
    #expect(found.notes == ["hidden sheets are read when named: \"H\""])
    #expect(readingFault { try openMarkup("chart C") }?.code == "no-table-sheet")
  }
}
