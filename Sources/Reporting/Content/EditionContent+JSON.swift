import FoundationEssentials

extension EditionContent {
  /// The content as JSON, with a line end.
  package var written: String {
    JSONValue.object([
      ("title", .text(title)), ("edition", .text(edition)), ("language", .text(language)),
      ("sections", .array(sections.map(\.json))), ("results", .array(results.map(\.json))),
      ("footnotes", .array(footnotes.map { .text($0) })),
    ]).text + "\n"
  }

  /// The content of a published edition. Throws a fault when the file cannot be read or is no
  /// content.
  package static func read(folder: String) throws(FileFault) -> EditionContent {
    let place = folder + "/" + path
    let bytes = try FileReading.bytes(place)
    guard let content = try? JSONDecoder().decode(EditionContent.self, from: Data(bytes)) else {
      throw FileFault(place, reason: "it does not tell what an edition says")
    }
    return content
  }
}

extension EditionContent.Section {
  fileprivate var json: JSONValue {
    .object([
      ("heading", .text(heading)), ("level", .integer(level)),
      ("paragraphs", .array(paragraphs.map { .text($0) })),
      (
        "facts",
        .array(facts.map { .object([("name", .text($0.name)), ("value", .text($0.value))]) })
      ),
      ("results", .array(results.map { .integer($0) })),
    ])
  }
}

extension EditionContent.Result {
  fileprivate var json: JSONValue {
    .object([
      ("block", .text(block)), ("kind", .text(kind)), ("label", .text(label)),
      ("title", .text(title)), ("value", .text(value)), ("source", .text(source)),
      ("notes", .array(notes.map { .text($0) })),
      (
        "columns",
        .array(
          columns.map {
            .object([
              ("name", .text($0.name)), ("heading", .text($0.heading)), ("unit", .text($0.unit)),
              ("role", .text($0.role)),
            ])
          })
      ),
      ("rows", .array(rows.map { row in .row(row.map { .text($0) }) })),
    ])
  }
}
