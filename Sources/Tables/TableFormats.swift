/// The formats of tables: a file each in `Formats`, and this list.
package enum TableFormats {
  /// All formats, in the order help shows them.
  package static let all: [TableFormat] = [
    .table, .vertical, .md, .csv, .tsv, .json, .ndjson, .html,
  ]

  /// The format with a name, or nil.
  package static func named(_ name: String) -> TableFormat? {
    all.first { $0.name == name }
  }

  /// The format a file extension means, in any case and without point, or nil.
  package static func forExtension(_ fileExtension: String) -> TableFormat? {
    let wanted = fileExtension.lowercased()
    return all.first { $0.fileExtensions.contains(wanted) }
  }
}
