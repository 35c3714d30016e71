import Peil
import SourceText

/// A run as a research object (RO-Crate 1.1, profile Process Run Crate 0.5): what was made, of
/// what, and by which program. Like the manifest it knows no clock.
enum RunCrate {
  static let path = "ro-crate-metadata.json"

  static func text(_ content: ReportContent, _ outputs: [OutputFile], engineVersion: String)
    -> String
  {
    let title = content.text(content.report.frontMatter.title) ?? ""
    let inputs = Manifest.inputs(of: content)
    func reference(_ id: String) -> JSONValue { .object([("@id", .text(id))]) }
    func file(_ path: String, _ bytes: Int, _ sha256: String, _ mediaType: String?) -> JSONValue {
      var members: [(String, JSONValue)] = [
        ("@id", .text(path)), ("@type", .text("File")), ("name", .text(path)),
        ("contentSize", .text(String(bytes))), ("sha256", .text(sha256)),
      ]
      if let mediaType { members.append(("encodingFormat", .text(mediaType))) }
      return .object(members)
    }
    let script = "report.md"
    let made = outputs.map {
      file($0.path, $0.bytes.count, Digest.hexadecimal($0.bytes), $0.mediaType)
    }
    let read = inputs.map { file("input/" + $0.path, $0.bytes, $0.sha256, nil) }
    let params = content.params.map { param in
      JSONValue.object([
        ("@id", .text("#param-" + param.name)), ("@type", .text("PropertyValue")),
        ("name", .text(param.name)), ("value", .text(param.value)),
      ])
    }
    let objects =
      [script] + inputs.map { "input/" + $0.path } + content.params.map { "#param-" + $0.name }
    let graph: [JSONValue] =
      [
        .object([
          ("@id", .text(path)), ("@type", .text("CreativeWork")),
          ("about", reference("./")),
          ("conformsTo", reference("https://w3id.org/ro/crate/1.1")),
        ]),
        .object([
          ("@id", .text("./")), ("@type", .text("Dataset")), ("name", .text(title)),
          ("conformsTo", reference("https://w3id.org/ro/wfrun/process/0.5")),
          ("hasPart", .array(outputs.map { reference($0.path) })),
          ("mentions", reference("#run")),
        ]),
        .object([
          ("@id", .text("#run")), ("@type", .text("CreateAction")),
          ("name", .text("peil report " + content.report.name)),
          ("instrument", reference("#peil")),
          ("object", .array(objects.map(reference))),
          ("result", .array(outputs.map { reference($0.path) })),
        ]),
        .object([
          ("@id", .text("#peil")), ("@type", .text("SoftwareApplication")),
          ("name", .text("peil")), ("softwareVersion", .text(engineVersion)),
        ]),
        file(
          script, content.report.file.utf8.count, Digest.hexadecimal(content.report.file.utf8),
          "text/markdown"),
      ] + read + params + made
    return JSONValue.object([
      ("@context", .text("https://w3id.org/ro/crate/1.1/context")), ("@graph", .array(graph)),
    ]).text + "\n"
  }
}
