import Peil
package import Reporting
package import SourceText

/// One run of a report, from its text to the edition that is published.
///
/// All or nothing: when anything fails the edition that stands is as it was, and the run that
/// failed is kept beside it.
package struct ReportRun {
  private let job: ReportJob
  private let edition: EditionFolder
  /// Commands that are told of a failure, and of a change.
  package var onFailure: Hook?
  package var onChange: Hook?
  /// Whether every block runs, whatever is kept.
  package var isFresh = false
  /// Told of what happens.
  package var tell: (RunEvent) -> Void = { _ in }

  /// A run of a job into a folder.
  package init(_ job: ReportJob, to edition: EditionFolder) {
    self.job = job
    self.edition = edition
  }

  /// How a run ended.
  package struct Outcome: Sendable {
    package var files: [OutputFile] = []
    package var changes: [FileChange] = []
    package var faults: [Diagnostic] = []
    /// Faults of commands that were to be told; the edition is what it should be.
    package var hookFaults: [Diagnostic] = []

    /// The exit code: that of the first fault.
    package var exitCode: Int32 {
      let all = faults.isEmpty ? hookFaults : faults
      return all.isEmpty ? 0 : PeilError(Diagnostics(all)).exitCode
    }
  }

  /// Makes the report and publishes it, unless the edition that stands is the same already.
  package func run() -> Outcome {
    var outcome = Outcome()
    var record = RunRecord(report: FileReading.lastPart(of: job.folder), out: edition.path)
    tell(.started(report: record.report, out: edition.path))
    var lock: FolderLock?
    do throws(Diagnostics) {
      let report = try Report.read(folder: job.folder)
      try refuseSources()
      lock = try FolderLock(edition)
      try make(report, &outcome, &record)
    } catch {
      outcome.faults = error.list
    }
    record.faults = outcome.faults
    record.changes = outcome.changes
    record.exitCode = outcome.exitCode
    if lock != nil { keep(record, outcome) }
    lock = nil
    notify(record, &outcome)
    if !outcome.faults.isEmpty { tell(.failed(outcome.faults)) }
    return outcome
  }

  private func make(_ report: Report, _ outcome: inout Outcome, _ record: inout RunRecord)
    throws(Diagnostics)
  {
    do throws(FileFault) {
      try edition.recover()
    } catch {
      throw Diagnostics(EditionFault.unwritable(error, edition.path))
    }
    var told: [BlockProgress] = []
    defer { for progress in told { record.add(progress) } }
    let cache = ResultCache(edition.cachePath)
    if isFresh { FileSystem.remove(edition.cachePath) }
    let rendered = try job.rendered(report, keeper: cache) { progress in
      told.append(progress)
      tell(.block(progress))
    }
    outcome.files = rendered.files
    cache.prune()
    let changes = edition.changes(to: rendered.files)
    if changes.isEmpty { return tell(.unchanged) }
    if let isStopped = job.options.isCancelled, isStopped() {
      throw Diagnostics(
        Diagnostic(.error, phase: .interrupted, code: "interrupted", "the run was interrupted"))
    }
    do throws(FileFault) {
      try edition.publish(rendered.files)
    } catch {
      throw Diagnostics(EditionFault.unwritable(error, edition.path))
    }
    outcome.changes = changes
    tell(.published(changes))
  }

  /// A folder that holds the report itself is never replaced.
  private func refuseSources() throws(Diagnostics) {
    let source = EditionFolder(job.folder).path
    guard (source + "/").hasPrefix(edition.path == "/" ? "/" : edition.path + "/") else { return }
    throw Diagnostics(
      Diagnostic(
        .error, phase: .usage, code: "output-folder",
        "`\(edition.path)` holds the report itself",
        notes: ["the folder of outputs is replaced as a whole: give it a name of its own"]))
  }

  /// Keeps the record, and what was made when it could not be published. Needs the lock.
  private func keep(_ record: RunRecord, _ outcome: Outcome) {
    let text = Array(record.text.utf8)
    // A record that cannot be written is not the fault to report, and no reason for one.
    try? FileSystem.replace(edition.recordPath, with: text)
    guard let first = outcome.faults.first else { return edition.forgetFailure() }
    if first.phase == .usage || first.phase == .interrupted { return }
    let faults = PeilError(Diagnostics(outcome.faults)).description
    edition.keepFailure(
      [
        OutputFile(path: EditionFolder.faultsName, mediaType: "text/plain", text: faults),
        OutputFile(path: "run.json", mediaType: "application/json", bytes: text),
      ] + outcome.files)
  }

  private func notify(_ record: RunRecord, _ outcome: inout Outcome) {
    let hook = outcome.faults.isEmpty ? (outcome.changes.isEmpty ? nil : onChange) : onFailure
    guard let hook, let fault = hook.run(record.text) else { return }
    outcome.hookFaults.append(fault)
  }
}
