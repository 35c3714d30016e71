import Columnar
import Tables
import Wording

/// The tables of a report as csv, with one file that says what their columns mean, after the
/// recommendation "CSV on the Web" (W3C, 2015).
enum DelimitedDocuments {
  /// Where the description stands, by the recommendation's own rule for a folder.
  static let descriptionPath = "tables/csv-metadata.json"

  static func files(_ content: ReportContent, _ said: EditionContent) -> [OutputFile] {
    var files: [OutputFile] = []
    var tables: [JSONValue] = []
    for (_, view, title, source) in content.results.joined().compactMap(\.data) {
      let path = "tables/\(view.id ?? "tabel-\(files.count + 1)").csv"
      var plain = view
      plain.options.showsReasons = true
      plain.options.namesReasons = true
      files.append(
        OutputFile(path: path, mediaType: "text/csv", text: TableFormat.csv.output(of: plain).body))
      tables.append(description(plain, path, title, source, content.report.language))
    }
    let group = JSONValue.object([
      (
        "@context",
        .array([.text("http://www.w3.org/ns/csvw"), .object([("@language", .text(said.language))])])
      ),
      ("dc:title", .text(said.title)), ("tables", .array(tables)),
      ("notes", .array(said.footnotes.map { .text($0) })),
    ])
    files.append(
      OutputFile(
        path: descriptionPath, mediaType: "application/csvm+json", text: group.text + "\n"))
    return files
  }

  private static func description(
    _ view: TableView, _ path: String, _ title: String, _ source: String, _ language: Language
  ) -> JSONValue {
    let columns = zip(view.table.schema.fields, view.table.columns).map { field, column in
      var members: [(String, JSONValue)] = [
        ("name", .text(variable(field.name))),
        // The first line of the file has the name; a reader wants the heading.
        (
          "titles",
          field.heading == field.name
            ? .text(field.name) : .array([.text(field.name), .text(field.heading)])
        ),
        ("datatype", .text(dataType(field.type))),
      ]
      let unit = field.unit?.text ?? ""
      if !unit.isEmpty { members.append(("schema:unitText", .text(unit))) }
      let description = field.description ?? ""
      if !description.isEmpty { members.append(("dc:description", .text(description))) }
      let reasons = Set(column.missing ?? []).sorted().compactMap { MissingReason(rawValue: $0) }
      if !reasons.isEmpty {
        members.append(("null", .array(reasons.map { .text($0.name) })))
      }
      return JSONValue.object(members)
    }
    return .object(
      [
        ("url", .text(String(path.dropFirst("tables/".count)))), ("dc:title", .text(title)),
        ("notes", .array(view.footnotes.map { .text($0) })),
        ("tableSchema", .object([("columns", .array(columns))])),
      ] + (source.isEmpty ? [] : [("dc:source", .text(source))]))
  }

  /// A name as the recommendation allows it: other signs than letters, digits and `_` by their bytes.
  private static func variable(_ name: String) -> String {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let text = name.utf8.enumerated().map { index, byte -> String in
      let isPlain =
        letters.contains(byte | 0x20) || digits.contains(byte)
        || byte == UInt8(ascii: "_") && index > 0
      guard !isPlain else { return String(decoding: [byte], as: UTF8.self) }
      let code = String(byte, radix: 16, uppercase: true)
      return "%" + (byte < 16 ? "0" : "") + code
    }
    return text.joined()
  }

  private static func dataType(_ type: DataType) -> String {
    switch type {
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "double"
    case .date: "date"
    case .text, .period: "string"
    }
  }
}
