import Graphics
package import SourceText

/// Everything a report makes, in memory.
package struct RenderedReport: Sendable {
  /// The files in the order they are put in place; the manifest is the last.
  package let files: [OutputFile]
  /// What it says.
  package let said: EditionContent

  /// The file with a path, or nil.
  package func file(_ path: String) -> OutputFile? { files.first { $0.path == path } }
}

extension Report {
  /// Runs the report and renders it; the same report, session and version give the same bytes.
  ///
  /// `formats` are those of the author unless given. Nothing is written.
  package func rendered(
    in session: any ReportSession, engineVersion: String, formats: [ReportFormat]? = nil,
    tell: @escaping BlockWatch = { _ in }
  ) throws(Diagnostics) -> RenderedReport {
    let content = try ReportRunner(self, in: session, tell: tell).run()
    let wanted = formats ?? self.formats
    var files = content.figures.map {
      OutputFile(path: $0.path, mediaType: "image/svg+xml", text: $0.figure.svg(layout: .wide))
    }
    // The page is always made, because some faults only show in it.
    let page = try HTMLDocument.text(content)
    for format in ReportFormat.allCases where wanted.contains(format) {
      switch format {
      case .html:
        files.append(OutputFile(path: name + ".html", mediaType: "text/html", text: page))
      case .md:
        files += images.map {
          OutputFile(path: $0.path, mediaType: $0.mediaType, bytes: $0.bytes)
        }
        files.append(
          OutputFile(
            path: name + ".md", mediaType: "text/markdown", text: MarkdownDocument.text(content)))
      }
    }
    let said = content.said
    files.append(
      OutputFile(
        path: EditionContent.path, mediaType: "application/json", text: said.text))
    try checkPaths(files.map(\.path) + [Manifest.path])
    files.append(
      OutputFile(
        path: Manifest.path, mediaType: "application/json",
        text: Manifest.text(content, files, engineVersion: engineVersion)))
    return RenderedReport(files: files, said: said)
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
