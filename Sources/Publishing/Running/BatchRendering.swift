import Peil
import Reporting
import SourceText

/// A report made once for each value of a column.
struct BatchRendering {
  private let job: ReportJob
  private let report: Report
  private let batch: ReportBatch

  init(_ job: ReportJob, _ report: Report, _ batch: ReportBatch) {
    self.job = job
    self.report = report
    self.batch = batch
  }

  /// The files of every value in a folder of its own, and one manifest of all.
  func files(keeper: (any BlockKeeper)?, tell: @escaping BlockWatch) throws(Diagnostics)
    -> RenderedReport
  {
    var files: [OutputFile] = []
    var folders: [(value: String, folder: String)] = []
    var said: EditionContent?
    for value in try values() {
      let folder = Self.folder(of: value)
      guard !folder.isEmpty, !folders.contains(where: { $0.folder == folder }) else {
        throw fault(
          "batch-name", "`\(value)` leads to the folder `\(folder)`, as another value does")
      }
      folders.append((value, folder))
      var one = job
      one.options.arguments[batch.name] = value
      keeper?.beginDocument(folder)
      let rendered = try one.renderedOnce(report, keeper: keeper, tell: tell)
      files += rendered.files.map { file in
        OutputFile(path: folder + "/" + file.path, mediaType: file.mediaType, bytes: file.bytes)
      }
      said = said.map { $0.joined(rendered.said) } ?? rendered.said
    }
    guard let said else {
      throw fault("empty-batch", "`for each` has no value to make a document for")
    }
    files.append(
      OutputFile(
        path: EditionContent.path, mediaType: "application/json", text: said.written))
    files.append(
      OutputFile(
        path: Manifest.path, mediaType: "application/json",
        text: Manifest.text(
          report, batch: batch.name, folders, files, formats: job.formats ?? report.formats,
          engineVersion: EngineVersion.text)))
    return RenderedReport(files: files, said: said)
  }

  /// The values of the column, each once, in order; missing ones are passed over.
  func values() throws(Diagnostics) -> [String] {
    let session = job.session(for: report, arguments: [:])
    var values: [String] = []
    do {
      try session.run(batch.pipeline) { result in
        guard let found = result.distinctValues(of: batch.name) else {
          throw fault("batch-column", "the table of `for each` has no column `\(batch.name)`")
        }
        values += found
      }
    } catch {
      throw Diagnostics(PeilError(error).diagnostics)
    }
    return values
  }

  private func fault(_ code: String, _ message: String) -> Diagnostics {
    Diagnostics(Diagnostic(.error, phase: .run, code: code, message, file: report.file))
  }

  /// Letters with marks, and what they are without.
  private static let letters: KeyValuePairs = [
    "àáâãäå": "a", "ç": "c", "èéêë": "e", "ìíîï": "i", "ñ": "n", "òóôõöø": "o", "ùúûü": "u",
    "ýÿ": "y",
  ]

  /// A value as the name of a folder: letters of ASCII, digits and `-`.
  static func folder(of value: String) -> String {
    let plain = value.lowercased().map { character -> String in
      if let letter = letters.first(where: { $0.key.contains(character) })?.value { return letter }
      return character.isASCII && (character.isLetter || character.isNumber)
        ? String(character) : "-"
    }
    return plain.joined().split(separator: "-").joined(separator: "-")
  }
}

extension EditionContent {
  /// What two documents say, one after the other.
  fileprivate func joined(_ other: EditionContent) -> EditionContent {
    var all = self
    all.sections += other.sections.map { section in
      var section = section
      section.results = section.results.map { $0 + results.count }
      return section
    }
    all.results += other.results
    all.footnotes += other.footnotes
    return all
  }
}
