package import Peil
package import Reporting
package import SourceText
import Wording

/// What to make of which report, and where.
package struct ReportJob: Sendable {
  /// The folder with `report.md` in it.
  package let folder: String
  /// The documents to write; nil for those the author names.
  package var formats: [ReportFormat]?
  /// How the session reads and computes, with the values of params.
  package var options: SessionOptions

  /// A job for a report.
  package init(folder: String, formats: [ReportFormat]? = nil, options: SessionOptions) {
    self.folder = folder
    self.formats = formats
    self.options = options
    self.options.folder = folder
  }

  /// Renders the report, which was read from the job's folder.
  func rendered(
    _ report: Report, keeper: (any BlockKeeper)? = nil, tell: @escaping BlockWatch = { _ in }
  ) throws(Diagnostics) -> RenderedReport {
    let session = EngineReportSession(session(for: report), keeper: keeper)
    do throws(Diagnostics) {
      let rendered = try report.rendered(
        in: session, engineVersion: EngineVersion.text, formats: formats,
        converter: ExternalConverter(), tell: tell)
      try confirmUnchanged(report, session)
      return rendered
    } catch {
      // A file that changed meanwhile is no fault of the report: later it may do.
      throw Diagnostics(
        error.list.map { fault in
          var fault = fault
          if fault.code == "file-changed" { fault.phase = .busy }
          return fault
        })
    }
  }

  /// What the report says when it is run now; nothing is written.
  package func said() throws(Diagnostics) -> EditionContent {
    try rendered(try Report.read(folder: folder)).said
  }

  /// A session as the report wants it.
  func session(for report: Report) -> Session {
    var options = options
    options.language = report.language == .dutch ? .dutch : .english
    let session = Session(options: options)
    session.engineIdentity = EngineBuild.identity
    return session
  }

  /// Tells whether what was read is still what stands there. What a session read is looked at again
  /// by its own digest; the text of the report is compared.
  private func confirmUnchanged(_ report: Report, _ session: any ReportSession)
    throws(Diagnostics)
  {
    _ = try session.inputs()
    let path = folder.hasSuffix("/") ? folder + "report.md" : folder + "/report.md"
    guard let bytes = try? FileReading.bytes(path), bytes == report.file.utf8 else {
      throw Diagnostics(
        Diagnostic(
          .error, phase: .busy, code: "file-changed", "`\(path)` changed while it was being run",
          notes: ["run again when nothing writes to it any more"]))
    }
  }
}
