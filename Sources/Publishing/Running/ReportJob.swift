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

  /// Renders the report, which was read from the job's folder: once, or for each value it is for.
  func rendered(
    _ report: Report, keeper: (any BlockKeeper)? = nil, tell: @escaping BlockWatch = { _ in }
  ) throws(Diagnostics) -> RenderedReport {
    do throws(Diagnostics) {
      guard let batch = report.batch, options.arguments[batch.name] == nil else {
        return try renderedOnce(report, keeper: keeper, tell: tell)
      }
      return try BatchRendering(self, report, batch).files(keeper: keeper, tell: tell)
    } catch {
      throw report.composition.placed(error)
    }
  }

  /// Renders the report as one document.
  func renderedOnce(
    _ report: Report, keeper: (any BlockKeeper)?, tell: @escaping BlockWatch
  ) throws(Diagnostics) -> RenderedReport {
    let session = EngineReportSession(self.session(for: report), keeper: keeper)
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

  /// What the report makes when it is run now; nothing is written.
  package func made() throws(Diagnostics) -> RenderedReport {
    try rendered(try Report.read(folder: folder))
  }

  /// A session as the report wants it.
  func session(for report: Report, arguments: [String: String]? = nil) -> Session {
    var options = options
    if let arguments { options.arguments = arguments }
    options.language = report.language == .dutch ? .dutch : .english
    // Nothing is asked of it after the report.
    options.keepsColumns = false
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
    for part in report.composition.parts {
      let path = folder + "/" + part.path
      guard let bytes = try? FileReading.bytes(path), bytes == part.bytes else {
        throw Self.changed(path)
      }
    }
  }

  private static func changed(_ path: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        .error, phase: .busy, code: "file-changed", "`\(path)` changed while it was being run",
        notes: ["run again when nothing writes to it any more"]))
  }
}
