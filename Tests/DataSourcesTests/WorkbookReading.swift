import Columnar
import FoundationEssentials
import SourceText
import WorkbookWriting

@testable import DataSources

/// The bytes of an archive that was written for a test.
func bytes(_ zip: ZipDraft) throws -> [UInt8] {
  let path = FileManager.default.temporaryDirectory.path + "/peil-xlsx-" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: path) }
  guard zip.write(to: path) else { throw CocoaError(.fileWriteUnknown) }
  return Array(try Data(contentsOf: URL(filePath: path)))
}

/// Opens a workbook named `b.xlsx`.
func openWorkbook(
  _ bytes: [UInt8], sheet: String? = nil, limits: Workbook.Limits = Workbook.Limits(),
  _ change: (inout CSVOptions) -> Void = { _ in }
) throws -> CSVSource {
  var options = CSVOptions()
  change(&options)
  return try CSVSource(workbook: .memory(bytes), "b.xlsx", sheet: sheet, options, limits)
}

/// Opens a workbook written as markup; see `WorkbookDraft.init(markup:)`.
func openMarkup(
  _ markup: String, sheet: String? = nil, _ change: (inout CSVOptions) -> Void = { _ in }
) throws -> CSVSource {
  try openWorkbook(bytes(WorkbookDraft(markup: markup).archive), sheet: sheet, change)
}

/// Opens a workbook of one sheet whose cells are given as XML.
func openCells(_ rows: String, _ change: (inout WorkbookDraft) -> Void = { _ in }) throws
  -> CSVSource
{
  var draft = WorkbookDraft([WorkbookDraft.Sheet("S", rows)])
  change(&draft)
  return try openWorkbook(bytes(draft.archive))
}

/// The fault of a body that reads, or nil.
func readingFault(_ body: () throws -> CSVSource) -> Diagnostic? {
  do {
    _ = try body().read()
    return nil
  } catch {
    return error as? Diagnostic
  }
}
