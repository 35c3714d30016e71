import Columnar

extension TableFormat {
  /// An object a line, without an array around them.
  ///
  /// Several results follow each other without a mark: an empty line is no JSON.
  package static let ndjson = TableFormat(
    name: "ndjson", summary: "An object a line with reasons and coverage, for programs.",
    fileExtensions: ["ndjson", "jsonl"], separator: ""
  ) { view in
    let rows = JSONRows(view.table)
    var body: [UInt8] = []
    for row in 0..<view.table.count {
      rows.append(row: row, to: &body)
      body.append(UInt8(ascii: "\n"))
    }
    return TableOutput(
      body: String(decoding: body, as: UTF8.self),
      notes: Footnotes(view).apart(view.options.language))
  }
}
