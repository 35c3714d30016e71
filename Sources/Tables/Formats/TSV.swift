import Columnar

extension TableFormat {
  /// Tab-separated values: as csv, but escaped instead of quoted.
  ///
  /// A missing cell is empty, or its reason's name; without quotes a known empty text cannot be
  /// told from it.
  package static let tsv = TableFormat(
    name: "tsv", summary: "Tab-separated values with codes and exact numbers, for programs.",
    fileExtensions: ["tsv", "tab"], separator: "\n"
  ) { view in
    let showsReasons = view.options.showsReasons
    let format = ColumnFormat.machine(escape: DelimitedText.appendTSV) { reason, bytes in
      if showsReasons { bytes += reason.name.utf8 }
    }
    var body: [UInt8] = []
    DelimitedRows(delimiter: UInt8(ascii: "\t"), format: format).append(view, to: &body)
    return TableOutput(
      body: String(decoding: body, as: UTF8.self),
      notes: Footnotes(view).apart(view.options.language))
  }
}
