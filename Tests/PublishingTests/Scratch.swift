import FoundationEssentials
import Peil
import Publishing
import Reporting
import SourceText

/// A folder for one test, removed at the end, with what tests do in it.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/peil-publishing-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a text, with the folders above it.
  func write(_ name: String, _ text: String) throws {
    let place = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// A text, or nil.
  func text(_ name: String) -> String? {
    (try? Data(contentsOf: URL(filePath: path + "/" + name))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The names of all files and folders below a folder, without hidden ones.
  func names(_ name: String = "") -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: path + "/" + name)) ?? [])
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  /// Writes the report `r` with a body and gives the run of it into `uit/r`.
  func report(_ body: String, formats: String = "html, md") throws {
    try write("r/report.md", "---\ntitle: Proef\nformats: \(formats)\n---\n" + body)
  }

  func run(out: String = "uit/r", arguments: [String: String] = [:]) -> ReportRun {
    var options = SessionOptions()
    options.arguments = arguments
    return ReportRun(
      ReportJob(folder: path + "/r", options: options), to: EditionFolder(path + "/" + out))
  }
}
