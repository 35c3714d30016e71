import Columnar

extension TableFormat {
  /// An array of objects, one a line.
  package static let json = TableFormat(
    name: "json", summary: "An array of objects with reasons and coverage, for programs.",
    fileExtensions: ["json"], separator: ""
  ) { view in
    let rows = JSONRows(view.table)
    var body: [UInt8] = [UInt8(ascii: "[")]
    for row in 0..<view.table.count {
      body += (row == 0 ? "\n  " : ",\n  ").utf8
      rows.append(row: row, to: &body)
    }
    body += (view.table.count == 0 ? "]\n" : "\n]\n").utf8
    return TableOutput(
      body: String(decoding: body, as: UTF8.self),
      notes: Footnotes(view).apart(view.options.language))
  }
}
