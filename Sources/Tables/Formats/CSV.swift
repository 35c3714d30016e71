import Columnar

extension TableFormat {
  /// Comma-separated values by RFC 4180, with line feeds.
  ///
  /// A missing cell is empty, or its reason's name; a known empty text is `""`. In a table of one
  /// column a missing cell is `""` too: an empty line would be lost by most readers, and parts
  /// one result from the next.
  package static let csv = TableFormat(
    name: "csv", summary: "Comma-separated values with codes and exact numbers, for programs.",
    fileExtensions: ["csv"], separator: "\n"
  ) { view in
    let showsReasons = view.options.showsReasons
    let dialect = view.options.csv
    let delimiter = dialect.delimiter.rawValue.utf8.first ?? UInt8(ascii: ",")
    let isNarrow = view.table.columns.count == 1
    var format = ColumnFormat.machine { text, bytes in
      DelimitedText.appendCSV(
        text, delimiter: delimiter, quotesReasons: showsReasons, to: &bytes)
    } missing: { reason, bytes in
      if showsReasons {
        bytes += reason.name.utf8
      } else if isNarrow {
        bytes += "\"\"".utf8
      }
    }
    format.renumber = renumbering(dialect)
    var body: [UInt8] = dialect.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    DelimitedRows(delimiter: delimiter, format: format).append(view, to: &body)
    return TableOutput(
      body: String(decoding: body, as: UTF8.self),
      notes: Footnotes(view).apart(view.options.language))
  }

  /// What a dialect does to a number written with a point.
  private static func renumbering(
    _ dialect: CSVDialect
  ) -> (@Sendable (ArraySlice<UInt8>) -> [UInt8])? {
    guard dialect.decimalMark == .comma else { return nil }
    let isQuoted = dialect.delimiter == .comma
    return { digits in
      guard digits.contains(UInt8(ascii: ".")) else { return Array(digits) }
      let marked = digits.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }
      let quote = isQuoted ? [UInt8(ascii: "\"")] : []
      return quote + marked + quote
    }
  }
}
