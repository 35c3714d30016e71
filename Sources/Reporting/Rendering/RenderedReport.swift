import Graphics
import Peil
package import SourceText
import Wording

/// Everything a report makes, in memory.
package struct RenderedReport: Sendable {
  /// The files in the order they are put in place; the manifest is the last.
  package let files: [OutputFile]
  /// What it says.
  package let said: EditionContent

  /// Files with what they say.
  package init(files: [OutputFile], said: EditionContent) {
    self.files = files
    self.said = said
  }

  /// The file with a path, or nil.
  package func file(_ path: String) -> OutputFile? { files.first { $0.path == path } }
}

extension Report {
  /// Runs the report and renders it; the same report, session and version give the same bytes.
  ///
  /// `formats` are those of the author unless given. Nothing is written.
  package func rendered(
    in session: any ReportSession, engineVersion: String, formats: [ReportFormat]? = nil,
    converter: (any DocumentConverter)? = nil, tell: @escaping BlockWatch = { _ in }
  ) throws(Diagnostics) -> RenderedReport {
    let content = try ReportRunner(self, in: session, tell: tell).run()
    let wanted = formats ?? self.formats
    var files = content.figures.map {
      OutputFile(path: $0.path, mediaType: "image/svg+xml", text: $0.figure.svg(layout: .wide))
    }
    var tools: [ReportTool] = []
    // The page is always made, because some faults only show in it.
    let page = try HTMLDocument.text(content)
    let said = content.said
    for format in ReportFormat.allCases where wanted.contains(format) {
      switch format {
      case .html: files.append(document(format, page))
      case .md: files += images(in: files) + [document(format, MarkdownDocument.text(content))]
      case .xlsx:
        files.append(
          OutputFile(
            path: name + ".xlsx", mediaType: format.mediaType,
            bytes: try SpreadsheetDocument.bytes(content, said)))
      case .csv: files += DelimitedDocuments.files(content, said)
      case .svg: break
      case .png:
        let made = try pictures(content)
        files += made.files
        tools += made.tools
      case .pdf, .docx, .odt:
        let source =
          format == .pdf
          ? document(.html, page)
          : document(.md, MarkdownDocument.text(content, beginsWithTitle: true))
        guard let converter else { throw Diagnostics(Self.noConverter(format)) }
        let made = try converter.bytes(
          of: source, as: format, beside: files + images(in: files),
          language: content.report.language.tag, date: content.text(frontMatter.date))
        files.append(
          OutputFile(
            path: name + "." + format.rawValue, mediaType: format.mediaType, bytes: made.bytes))
        tools += made.tools.filter { !tools.contains($0) }
      case .crate:
        let crate = try RunCrate.text(content, files, engineVersion: engineVersion)
        files.append(
          OutputFile(path: RunCrate.path, mediaType: format.mediaType, text: crate))
      }
    }
    files.append(
      OutputFile(
        path: EditionContent.path, mediaType: "application/json", text: said.written))
    try checkPaths(files.map(\.path) + [Manifest.path])
    files.append(
      OutputFile(
        path: Manifest.path, mediaType: "application/json",
        text: Manifest.text(
          content, files, formats: wanted, tools: tools, engineVersion: engineVersion)))
    return RenderedReport(files: files, said: said)
  }

  private func document(_ format: ReportFormat, _ text: String) -> OutputFile {
    OutputFile(path: name + "." + format.rawValue, mediaType: format.mediaType, text: text)
  }

  /// The images of the author that do not stand among files yet.
  private func images(in files: [OutputFile]) -> [OutputFile] {
    images.map { OutputFile(path: $0.path, mediaType: $0.mediaType, bytes: $0.bytes) }
      .filter { !files.contains($0) }
  }

  /// The figures in pixels, and what drew them.
  private func pictures(_ content: ReportContent) throws(Diagnostics) -> (
    files: [OutputFile], tools: [ReportTool]
  ) {
    do throws(Diagnostic) {
      var files: [OutputFile] = []
      for figure in content.figures {
        files.append(
          OutputFile(
            path: figure.picturePath, mediaType: ReportFormat.png.mediaType,
            bytes: try figure.figure.png(layout: .wide)))
      }
      guard !files.isEmpty else { return ([], []) }
      let libraries = try FigurePicture.libraries()
      return (files, libraries.map { ReportTool(name: $0.name, version: $0.version) })
    } catch {
      throw Diagnostics(error)
    }
  }

  private static func noConverter(_ format: ReportFormat) -> Diagnostic {
    Diagnostic(
      .error, phase: .unavailable, code: "no-converter",
      "nothing here makes documents of the format `\(format.rawValue)`")
  }

  /// An image of the author may not lie where an output goes.
  private func checkPaths(_ paths: [String]) throws(Diagnostics) {
    for (index, path) in paths.enumerated() where paths[..<index].contains(path) {
      throw Diagnostics(
        Diagnostic(
          .error, code: "output-name", "two outputs would have the name `\(path)`", file: file,
          range: file.firstPlace(of: path, in: SourceRange(0, file.utf8.count)),
          notes: ["give the image another name"]))
    }
  }
}
