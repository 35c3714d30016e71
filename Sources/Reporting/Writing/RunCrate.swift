import Peil
import SourceText
import Wording

/// A run as a research object (RO-Crate 1.1, profile Process Run Crate 0.5): what was made, of
/// what, and by which program. Like the manifest it knows no clock.
enum RunCrate {
  static let path = "ro-crate-metadata.json"

  /// The text. Throws a fault when the report does not say when it appears and on what terms:
  /// archives want to know.
  static func text(_ content: ReportContent, _ outputs: [OutputFile], engineVersion: String)
    throws(Diagnostics) -> String
  {
    let front = content.report.frontMatter
    guard let date = PublicationDate.epoch ?? content.text(front.date),
      let license = content.text(front.license)
    else { throw Diagnostics(lacking(content)) }
    let title = content.text(front.title) ?? ""
    let parts = content.report.composition.parts
    let script = "#script/report.md"
    let read = Manifest.inputs(of: content)
    let objects = [script] + read.map { "#input/" + $0.path } + content.params.map(id)
    let graph: [JSONValue] =
      [
        entity(
          path, "CreativeWork",
          [
            ("about", reference("./")),
            ("conformsTo", reference("https://w3id.org/ro/crate/1.1")),
          ]),
        entity(
          "./", "Dataset",
          [
            ("name", .text(title)), ("description", .text(content.text(front.subtitle) ?? title)),
            ("datePublished", .text(date)), ("license", reference(license)),
            ("inLanguage", .text(content.report.language.tag)), ("conformsTo", reference(profile)),
            ("hasPart", .array(outputs.map { reference($0.path) })),
            ("mentions", reference("#run")),
          ]),
        entity(license, "CreativeWork", [("name", .text(license))]),
        entity(
          profile, "CreativeWork",
          [("name", .text("Process Run Crate")), ("version", .text("0.5"))]),
        entity(
          "#run", "CreateAction",
          [
            ("name", .text("peil report " + content.report.name)),
            (
              "description",
              .text("Renders the report and computes its tables and figures from the inputs")
            ),
            ("instrument", reference("#peil")), ("object", .array(objects.map(reference))),
            ("result", .array(outputs.map { reference($0.path) })),
          ]),
        entity(
          "#peil", "SoftwareApplication",
          [("name", .text("peil")), ("softwareVersion", .text(engineVersion))]),
        source(script, "report.md", parts[0].bytes.count, Digest.hexadecimal(parts[0].bytes)),
      ] + read.map { source("#input/" + $0.path, $0.path, $0.bytes, $0.sha256) }
      + content.params.map { param in
        entity(
          id(param), "PropertyValue",
          [("name", .text(param.name)), ("value", .text(param.value))])
      } + outputs.map(file)
    return JSONValue.object([
      (
        "@context",
        .array([
          .text("https://w3id.org/ro/crate/1.1/context"),
          // RO-Crate 1.1 has no word of its own for it.
          .object([("sha256", .text("http://schema.org/sha256"))]),
        ])
      ), ("@graph", .array(graph)),
    ]).text + "\n"
  }

  private static let profile = "https://w3id.org/ro/wfrun/process/0.5"

  private static func reference(_ id: String) -> JSONValue { .object([("@id", .text(id))]) }

  private static func id(_ param: ParamRecord) -> String { "#param-" + param.name }

  private static func entity(_ id: String, _ type: String, _ members: [(String, JSONValue)])
    -> JSONValue
  {
    .object([("@id", .text(id)), ("@type", .text(type))] + members)
  }

  /// A file that was read. It is no part of the crate, so it is described and not referred to.
  private static func source(_ id: String, _ name: String, _ bytes: Int, _ sha256: String)
    -> JSONValue
  {
    entity(
      id, "CreativeWork",
      [("name", .text(name)), ("contentSize", .text(String(bytes))), ("sha256", .text(sha256))])
  }

  private static func file(_ output: OutputFile) -> JSONValue {
    entity(
      output.path, "File",
      [
        ("name", .text(output.path)), ("contentSize", .text(String(output.bytes.count))),
        ("sha256", .text(Digest.hexadecimal(output.bytes))),
        ("encodingFormat", .text(output.mediaType)),
      ])
  }

  private static func lacking(_ content: ReportContent) -> Diagnostic {
    let front = content.report.frontMatter
    let keys = [front.date == nil ? "date" : nil, front.license == nil ? "license" : nil]
    let names = keys.compactMap { $0 }.map { "`\($0)`" }.joined(separator: " and ")
    let file = content.report.file
    return Diagnostic(
      .error, phase: .run, code: "crate-lacks",
      "the format `ro-crate` needs \(names) in the front matter", file: file,
      range: file.lines.range(ofLine: 0, in: file.utf8),
      notes: [
        "such as `date: 2020-07-03` and `license: https://creativecommons.org/licenses/by/4.0/`",
        "SOURCE_DATE_EPOCH gives the date too",
      ])
  }
}
