import Columnar
import SourceText
import Wording

/// Runs the blocks and expressions of a report in a session.
struct ReportRunner {
  private let report: Report
  private let session: any ReportSession
  private let tell: BlockWatch

  init(_ report: Report, in session: any ReportSession, tell: @escaping BlockWatch = { _ in }) {
    self.report = report
    self.session = session
    self.tell = tell
  }

  /// The content: all blocks in order, then the expressions, because names mean the same anywhere.
  ///
  /// The first block that fails stops the report; expressions that fail are reported together.
  func run() throws(Diagnostics) -> ReportContent {
    let blocks = report.blocks
    var outcomes: [[BlockResult]] = []
    do throws(Diagnostics) {
      try session.check(blocks, report.expressions)
      for position in blocks.indices { outcomes.append(try outcome(ofBlockAt: position)) }
    } catch {
      throw error.placed(in: report.file)
    }
    var faults: [Diagnostic] = []
    var values = report.insertions.map { value(of: $0, &faults) }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    var numbering = ResultNumbering(
      language: report.language, number: report.frontMatter.number?.filled(values) ?? "",
      edition: report.frontMatter.edition?.filled(values) ?? "")
    var results: [[NumberedResult]] = []
    for (position, block) in blocks.enumerated() {
      results.append(numbering.number(outcomes[position], of: block, at: position))
    }
    var fillings: [ReportContent.Filling] = []
    for (position, insertion) in report.insertions.enumerated() {
      switch insertion.content {
      case .value: fillings.append(.value(values[position]))
      case .reference(let reference):
        do throws(Diagnostic) {
          let filling = try self.filling(reference, results)
          values[position] = filling.text
          fillings.append(filling)
        } catch {
          faults.append(error)
        }
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return ReportContent(
      report: report, results: results, fillings: fillings, params: session.params,
      inputs: try session.inputs())
  }

  private func outcome(ofBlockAt position: Int) throws(Diagnostics) -> [BlockResult] {
    let block = report.blocks[position]
    func say(_ state: BlockProgress.State) {
      tell(
        BlockProgress(
          name: block.name(at: position), position: position, count: report.blocks.count,
          state: state))
    }
    say(.started)
    let start = ContinuousClock.now
    let taken = session.timeTaken
    let results = try session.run(block)
    try check(block, results)
    switch session.work {
    case .kept: say(.kept)
    case .ran(let reason):
      // Blocks run side by side: the one waited for is not the one that takes the time.
      let own = session.timeTaken.flatMap { now in taken.map { now - $0 } }
      say(.ran(reason: reason, own ?? ContinuousClock.now - start))
    }
    return results
  }

  /// Texts on the fence are for one table.
  private func check(_ block: ReportBlock, _ results: [BlockResult]) throws(Diagnostics) {
    guard let text = block.texts.title ?? block.texts.empty else { return }
    let tables = results.filter { if case .table = $0 { true } else { false } }.count
    guard tables != 1 else { return }
    throw Diagnostics(
      Diagnostic(
        .error, phase: .run, code: "block-title",
        "a text for the table of a block that makes \(tables == 0 ? "none" : "\(tables)")",
        file: report.file, range: text.range,
        notes: [
          tables == 0
            ? "a figure has its title in the block: title \"…\" behind its verb"
            : "give each table a block of its own"
        ]))
  }

  /// The text of a value; empty for a reference, whose number is not known yet.
  private func value(of insertion: Insertion, _ faults: inout [Diagnostic]) -> String {
    guard case .value(let range, let format) = insertion.content else { return "" }
    do throws(Diagnostics) {
      let expression = InlineExpression(report: report.file, range: range)
      let value = try session.value(of: expression)
      guard let format else { return InlineText.of(value.value, value.field, report.language) }
      if let text = format.text(of: value.value, value.field, report.language) { return text }
      let type = value.value.type?.rawValue ?? "missing"
      faults.append(
        Diagnostic(
          .error, phase: .run, code: "format-type",
          "the format `\(report.file.text(format.range))` does not fit a \(type)",
          file: report.file, range: range, label: "this is a \(type)",
          notes: ["without a format it is printed as it stands in a table"]))
    } catch {
      faults += error.placed(in: report.file).list
    }
    return ""
  }

  private func filling(_ reference: Insertion.Reference, _ results: [[NumberedResult]])
    throws(Diagnostic) -> ReportContent.Filling
  {
    let position = report.fences.firstIndex { $0.block.name == reference.block }
    let found = position.map { results[$0] } ?? []
    var places: [(label: String, ReportContent.Reference)] = []
    for result in found {
      switch (result, reference.kind) {
      case (.figure(let figure), .figure):
        places.append((figure.label, .init(anchor: figure.anchor, path: figure.path)))
      case (.table(let table), .table):
        places.append((table.label, .init(anchor: table.anchor, path: nil)))
      case (.figure, .table), (.table, .figure), (.text, _): break
      }
    }
    guard places.indices.contains(reference.position - 1) else {
      let kind = reference.kind.rawValue
      let count = places.isEmpty ? "no \(kind)" : "\(places.count) of them"
      throw Diagnostic(
        .error, phase: .run, code: "dangling-reference",
        places.isEmpty
          ? "the block `\(reference.block)` has no \(kind)"
          : "the block `\(reference.block)` has no \(kind) \(reference.position)",
        file: report.file, range: reference.blockRange, label: "this block made \(count)")
    }
    let (label, place) = places[reference.position - 1]
    let text = reference.isCapitalised ? label : ReportWording.lowercased(label)
    return .reference(text, place)
  }
}
