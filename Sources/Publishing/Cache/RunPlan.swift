import Peil
import Reporting
package import SourceText
import Wording

/// What a run of a report would do, block by block, without doing it.
package struct RunPlan {
  /// What would become of a block.
  package enum Step: Sendable, Equatable {
    /// It shows nothing that rows are needed for.
    case nothing
    case kept
    /// It has to run; the first part of its key that changed.
    case runs(String)
    /// It depends on a table that has to be made first, and may then be as it was.
    case follows(String)
  }

  /// Each block by name.
  package let steps: [(block: String, step: Step)]

  /// Looks at a report. Throws what is wrong with its text and with what it reads.
  package init(_ job: ReportJob, _ edition: EditionFolder) throws(Diagnostics) {
    let report = try Report.read(folder: job.folder)
    let cache = ResultCache(edition.cachePath)
    do throws(Diagnostics) {
      guard let batch = report.batch, job.options.arguments[batch.name] == nil else {
        steps = try Self.steps(job, report, cache, document: nil)
        return
      }
      var all: [(String, Step)] = []
      for value in try BatchRendering(job, report, batch).values() {
        var one = job
        one.options.arguments[batch.name] = value
        all += try Self.steps(one, report, cache, document: BatchRendering.folder(of: value))
      }
      steps = all
    } catch {
      throw report.composition.placed(error)
    }
  }

  private static func steps(
    _ job: ReportJob, _ report: Report, _ cache: ResultCache, document: String?
  ) throws(Diagnostics) -> [(String, Step)] {
    let session = job.session(for: report)
    session.store = cache
    if let document { cache.beginDocument(document) }
    var steps: [(String, Step)] = []
    do {
      try EngineReportSession(session).check(report.blocks, report.expressions)
      for (position, block) in report.blocks.enumerated() {
        let name = block.name(at: position)
        cache.begin(name)
        let prospects = try session.prospects(of: block.source)
        let shown = document.map { $0 + "/" + name } ?? name
        steps.append((shown, Self.step(prospects, cache)))
      }
    } catch {
      throw Diagnostics(PeilError(error).diagnostics)
    }
    return steps
  }

  private static func step(_ prospects: [Session.Prospect], _ cache: ResultCache) -> Step {
    var found = Step.nothing
    for prospect in prospects {
      switch prospect {
      case .kept: if found == .nothing { found = .kept }
      case .runs(let key): return .runs(cache.reason(for: key))
      case .writes: return .runs("writes a file")
      case .follows(let name, _):
        if found == .nothing || found == .kept { found = .follows(name) }
      }
    }
    return found
  }

  /// A line for each block, in columns.
  package var text: String {
    let width = steps.map(\.block.count).max() ?? 0
    return steps.map { block, step in
      let words =
        switch step {
        case .nothing: "nothing to keep"
        case .kept: "kept"
        case .runs(let reason): "runs: \(reason)"
        case .follows(let name): "follows \(name)"
        }
      return block + String(repeating: " ", count: width - block.count + 2) + words + "\n"
    }.joined()
  }
}
