import Peil
import SourceText
import Wording

/// What made a report and what it made: keys in order, no clock, no machine, no absolute path.
package enum Manifest {
  /// Its path among the outputs.
  package static let path = "manifest.json"

  /// The text, which does not list itself.
  static func text(
    _ content: ReportContent, _ outputs: [OutputFile], formats: [ReportFormat],
    tools: [ReportTool], engineVersion: String
  ) -> String {
    let report = content.report
    var members: [(String, JSONValue)] = [
      ("blocks", .array(blocks(content))),
      ("engine", .object([("name", .text("peil")), ("version", .text(engineVersion))])),
      ("formats", .array(formats.map { .text($0.rawValue) })),
      ("inputs", .array(inputs(content))),
      ("language", .text(report.language.tag)),
      ("outputs", .array(outputs.map(output))),
      ("params", .object(content.params.map { ($0.name, .text($0.value)) })),
      ("report", .text(report.name)),
      (
        "script",
        .object([
          ("bytes", .integer(report.composition.parts[0].bytes.count)),
          ("path", .text("report.md")),
          ("sha256", .text(Digest.hexadecimal(report.composition.parts[0].bytes))),
        ])
      ),
    ]
    if !tools.isEmpty {
      members.append(
        (
          "tools",
          .array(
            tools.map { .object([("name", .text($0.name)), ("version", .text($0.version))]) })
        ))
    }
    if let edition = content.text(report.frontMatter.edition) {
      members.append(("edition", .text(edition)))
    }
    return JSONValue.object(members).text + "\n"
  }

  /// The text for a report made once for each value: the folder of each, and every file.
  package static func text(
    _ report: Report, batch: String, _ folders: [(value: String, folder: String)],
    _ outputs: [OutputFile], formats: [ReportFormat], engineVersion: String
  ) -> String {
    JSONValue.object([
      ("batch", .text(batch)),
      (
        "documents",
        .array(
          folders.map {
            .object([("value", .text($0.value)), ("folder", .text($0.folder))])
          })
      ),
      ("engine", .object([("name", .text("peil")), ("version", .text(engineVersion))])),
      ("formats", .array(formats.map { .text($0.rawValue) })),
      ("outputs", .array(outputs.map(output))), ("report", .text(report.name)),
    ]).text + "\n"
  }

  private static func blocks(_ content: ReportContent) -> [JSONValue] {
    content.report.blocks.enumerated().map { index, block in
      let figures = content.results[index].compactMap { result -> JSONValue? in
        switch result {
        case .figure(let figure): .text(figure.path)
        case .table, .text: nil
        }
      }
      return .object([
        ("figures", .array(figures)), ("name", .text(block.name(at: index))),
        ("sha256", .text(Digest.hexadecimal(Array(block.text.utf8)))),
      ])
    }
  }

  /// Everything read, each once, by path.
  static func inputs(of content: ReportContent) -> [InputRecord] {
    let images = content.report.images.map {
      InputRecord(
        path: $0.path, bytes: $0.bytes.count, sha256: Digest.hexadecimal($0.bytes), rows: nil)
    }
    let included = content.report.composition.parts.dropFirst().map {
      InputRecord(
        path: $0.path, bytes: $0.bytes.count, sha256: Digest.hexadecimal($0.bytes), rows: nil)
    }
    let all = (content.inputs + images + included).map { input in
      InputRecord(
        path: relative(input.path, to: content.report.folder), bytes: input.bytes,
        sha256: input.sha256, rows: input.rows)
    }
    var distinct: [InputRecord] = []
    for input in all.sorted(by: precedes) where distinct.last != input { distinct.append(input) }
    return distinct
  }

  private static func inputs(_ content: ReportContent) -> [JSONValue] {
    inputs(of: content).map { input in
      .object([
        ("bytes", .integer(input.bytes)), ("path", .text(input.path)),
        ("rows", input.rows.map { .integer($0) } ?? .null), ("sha256", .text(input.sha256)),
      ])
    }
  }

  private static func precedes(_ left: InputRecord, _ right: InputRecord) -> Bool {
    left.path == right.path
      ? (left.sha256, left.rows ?? -1) < (right.sha256, right.rows ?? -1)
      : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }

  /// A path without the machine in it: relative to the report when it lies below, else its name.
  private static func relative(_ path: String, to folder: String) -> String {
    guard path.hasPrefix("/") else { return path }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix)
      ? String(path.dropFirst(prefix.count)) : FileReading.lastPart(of: path)
  }

  private static func output(_ file: OutputFile) -> JSONValue {
    .object([
      ("bytes", .integer(file.bytes.count)), ("mediaType", .text(file.mediaType)),
      ("path", .text(file.path)), ("sha256", .text(Digest.hexadecimal(file.bytes))),
    ])
  }
}
