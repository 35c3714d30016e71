/// A workbook that a test writes, as the parts of an archive.
package struct WorkbookDraft {
  /// A sheet: its name and state, and the XML of its cells.
  package struct Sheet {
    package var name: String
    package var state = "visible"
    package var kind = "worksheet"
    /// What stands in `sheetData`.
    package var rows: String
    /// What stands behind it, such as merged cells.
    package var rest = ""

    /// Makes a sheet.
    package init(_ name: String, _ rows: String) {
      self.name = name
      self.rows = rows
    }
  }

  package var sheets: [Sheet]
  /// The texts cells share, each as the XML inside its `si`.
  package var texts: [String] = []
  /// Formats by codes; style n of a cell is the code n - 1, style 0 is no format.
  package var formats: [String] = []
  package var countsFrom1904 = false
  package var isStrict = false

  /// Makes a workbook.
  package init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// The parts, for a test to change.
  package var archive: ZipDraft {
    var zip = ZipDraft()
    let types = "http://schemas.openxmlformats.org/package/2006/relationships"
    let document =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main =
      isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    func relationship(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(document)/\(type)\" Target=\"\(target)\"/>"
    }
    zip["[Content_Types].xml"] =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    zip["_rels/.rels"] =
      "<Relationships xmlns=\"\(types)\">"
      + relationship("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"
    var list = ""
    var links = relationship("s", "styles", "styles.xml")
    links += relationship("t", "sharedStrings", "/xl/sharedStrings.xml")
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      list +=
        "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(number)\" "
        + "state=\"\(sheet.state)\" r:id=\"rId\(number)\"/>"
      links += relationship("rId\(number)", sheet.kind, "worksheets/sheet\(number).xml")
      zip["xl/worksheets/sheet\(number).xml"] =
        "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData>\(sheet.rest)</worksheet>"
    }
    zip["xl/workbook.xml"] =
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(document)\">"
      + "<workbookPr date1904=\"\(countsFrom1904 ? 1 : 0)\"/><sheets>\(list)</sheets></workbook>"
    zip["xl/_rels/workbook.xml.rels"] =
      "<Relationships xmlns=\"\(types)\">\(links)</Relationships>"
    zip["xl/sharedStrings.xml"] =
      "<sst xmlns=\"\(main)\">" + texts.map { "<si>\($0)</si>" }.joined() + "</sst>"
    zip["xl/styles.xml"] = styles(main)
    return zip
  }

  private func styles(_ main: String) -> String {
    var codes = ""
    var cells = "<xf numFmtId=\"0\"/>"
    for (index, code) in formats.enumerated() {
      codes += "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(Self.escaped(code))\"/>"
      cells += "<xf numFmtId=\"\(200 + index)\"/>"
    }
    return "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes)</numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(cells)</cellXfs></styleSheet>"
  }

  /// A text as XML has it.
  package static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      switch letter {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      default: result.append(letter)
      }
    }
  }
}
