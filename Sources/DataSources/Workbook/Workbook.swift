import SourceText

/// A workbook of Office Open XML (ECMA-376, transitional and strict): its sheets and what their
/// cells refer to.
package final class Workbook {
  /// A sheet as the workbook lists it.
  struct Sheet {
    let name: String
    let part: String
    /// What it is when it has no cells, such as a chart.
    let otherKind: String?
    let isVisible: Bool
  }

  /// The most a workbook may take. Beyond it there is a fault, not a program without memory.
  struct Limits {
    /// Bytes of one part unpacked.
    var part = 1 << 30
    /// Bytes of a sheet written out as text.
    var text = 1 << 30
  }

  let archive: ZipArchive
  let fault: WorkbookFault
  let limits: Limits
  let sheets: [Sheet]
  let countsFrom1904: Bool
  private let relationships: Relationships

  init(_ origin: ByteOrigin, name: String, limits: Limits = Limits()) throws(Diagnostic) {
    let fault = WorkbookFault(name: name)
    try FileKind.check(origin, fault)
    let archive = try ZipArchive(origin, fault, limit: limits.part)
    guard archive.contains("[Content_Types].xml") || archive.contains("_rels/.rels") else {
      throw fault.notAWorkbook(
        archive.contains("content.xml") || archive.contains("mimetype") ? .openDocument : .text)
    }
    let root = try Relationships(of: "", in: archive)
    guard let main = root.first(ofType: "officeDocument") else {
      throw fault.damaged("it names no workbook")
    }
    if main.target.hasSuffix(".bin") { throw fault.notAWorkbook(.binaryWorkbook) }
    let list = SheetListHandler()
    try archive.read(main.target, "the list of sheets", into: XMLParser(main.target, fault, list))
    let relationships = try Relationships(of: main.target, in: archive)
    guard list.isWorkbook else { throw fault.notAWorkbook(.text) }
    self.archive = archive
    self.fault = fault
    self.limits = limits
    self.relationships = relationships
    countsFrom1904 = list.countsFrom1904
    sheets = list.entries.map { entry in
      let part = relationships.target(entry.relationship)
      return Sheet(
        name: entry.name, part: part?.target ?? "", otherKind: Self.otherKind(part?.type),
        isVisible: entry.isVisible)
    }
  }

  /// The names of the sheets with cells of a workbook, in their order; none when it cannot be
  /// read.
  package static func sheetNames(path: String) -> [String] {
    guard let origin = try? ByteOrigin.open(path: path, name: path),
      let workbook = try? Workbook(origin, name: path)
    else { return [] }
    return workbook.sheets.filter { $0.otherKind == nil }.map(\.name)
  }

  /// The sheet of a name, or the one that is meant when there is no other choice: of the visible
  /// ones the only one that holds anything.
  func sheet(named name: String?) throws(Diagnostic) -> Sheet {
    let tables = sheets.filter { $0.otherKind == nil }
    if let name {
      guard let sheet = sheets.first(where: { $0.name == name }) else {
        throw fault.unknownSheet(name, among: sheets.map(\.name))
      }
      if let kind = sheet.otherKind {
        throw fault.noCells(name, kind, among: tables.map(\.name))
      }
      return sheet
    }
    let visible = tables.filter(\.isVisible)
    guard let first = visible.first else { throw fault.noSheets(hidden: tables.map(\.name)) }
    if visible.count == 1 { return first }
    var filled: [Sheet] = []
    for sheet in visible where try holdsValue(sheet) { filled.append(sheet) }
    guard filled.count <= 1 else { throw fault.severalSheets(filled.map(\.name)) }
    return filled.first ?? first
  }

  /// The texts that cells share.
  func sharedTexts() throws(Diagnostic) -> WorkbookText {
    let handler = SharedTextHandler()
    try read(relationships.first(ofType: "sharedStrings"), "the texts", into: handler)
    return handler.texts
  }

  /// The formats that cells refer to.
  func formats() throws(Diagnostic) -> [CellFormat] {
    let handler = StylesHandler()
    try read(relationships.first(ofType: "styles"), "the styles", into: handler)
    return handler.formats
  }

  private func read(
    _ part: Relationships.Target?, _ what: String, into handler: any XMLHandler
  ) throws(Diagnostic) {
    guard let part, archive.contains(part.target) else { return }
    try archive.read(part.target, what, into: XMLParser(part.target, fault, handler))
  }

  private func holdsValue(_ sheet: Sheet) throws(Diagnostic) -> Bool {
    let handler = FirstValueHandler()
    try archive.read(
      sheet.part, "sheet \(WorkbookFault.quoted(sheet.name))",
      into: XMLParser(sheet.part, fault, handler))
    return handler.isDone
  }

  private static func otherKind(_ type: String?) -> String? {
    switch type {
    case "worksheet": nil
    case "chartsheet": "chart"
    case "dialogsheet": "dialog"
    default: "macro sheet"
    }
  }
}

/// Looks whether a sheet holds anything.
private final class FirstValueHandler: XMLHandler {
  private(set) var isDone = false

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "v" || element == "is" { isDone = true }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: XMLName) {}
}
