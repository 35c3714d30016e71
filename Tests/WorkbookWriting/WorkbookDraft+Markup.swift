extension WorkbookDraft {
  /// Reads a workbook written for people.
  ///
  /// `sheet NAME`, or `hidden NAME` or `chart NAME`, begins a sheet; each further line is a row
  /// with `|` between its cells, an empty line an empty row. `12` and `0.5` are numbers, `@43831`
  /// is a date, `%1:0000` a number in the format behind the colon, `true` a boolean, `#N/A` an
  /// error, `=SUM(A1)` a formula without value, `=SUM(A1):5` one with it; all else, and whatever
  /// stands behind a `'`, is text. `merge A1:B1` merges cells.
  package init(markup: String) {
    self.init([])
    formats = ["yyyy\\-mm\\-dd"]
    var row = 0
    for line in markup.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ", maxSplits: 1)
      if words.count == 2, ["sheet", "hidden", "chart"].contains(words[0]) {
        var sheet = Sheet(String(words[1]), "")
        if words[0] == "hidden" { sheet.state = "hidden" }
        if words[0] == "chart" { sheet.kind = "chartsheet" }
        sheets.append(sheet)
        row = 0
        continue
      }
      guard !sheets.isEmpty else { continue }
      if words.count == 2, words[0] == "merge" {
        sheets[sheets.count - 1].rest +=
          "<mergeCells><mergeCell ref=\"\(words[1])\"/></mergeCells>"
        continue
      }
      row += 1
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated()
      let text = cells.map { cell(Self.trimmed($1), row: row, column: $0) }.joined()
      if !text.isEmpty { sheets[sheets.count - 1].rows += "<row r=\"\(row)\">\(text)</row>" }
    }
  }

  private mutating func cell(_ text: Substring, row: Int, column: Int) -> String {
    guard let first = text.first else { return "" }
    let letter = String(Character(Unicode.Scalar(UInt8(65 + column))))
    let place = "<c r=\"\(letter)\(row)\""
    switch first {
    case "@": return place + " s=\"1\"><v>\(text.dropFirst())</v></c>"
    case "%":
      let parts = text.dropFirst().split(separator: ":", maxSplits: 1)
      formats.append(String(parts.last ?? ""))
      return place + " s=\"\(formats.count)\"><v>\(parts.first ?? "")</v></c>"
    case "#": return place + " t=\"e\"><v>\(text)</v></c>"
    case "=":
      let parts = text.dropFirst().split(separator: ":", maxSplits: 1)
      let value = parts.count == 2 ? "<v>\(parts[1])</v>" : ""
      return place + "><f>\(parts.first ?? "")</f>\(value)</c>"
    default:
      if text == "true" || text == "false" {
        return place + " t=\"b\"><v>\(text == "true" ? 1 : 0)</v></c>"
      }
      if first != "'", Double(text) != nil { return place + "><v>\(text)</v></c>" }
      let shown = first == "'" ? String(text.dropFirst()) : String(text)
      texts.append("<t>\(Self.escaped(shown))</t>")
      return place + " t=\"s\"><v>\(texts.count - 1)</v></c>"
    }
  }

  private static func trimmed(_ cell: Substring) -> Substring {
    var cell = cell
    while cell.first == " " { cell = cell.dropFirst() }
    while cell.last == " " { cell = cell.dropLast() }
    return cell
  }
}
