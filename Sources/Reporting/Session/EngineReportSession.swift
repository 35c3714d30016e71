import Columnar
import Graphics
package import Peil
package import SourceText
import Tables

/// The engine behind a report.
package final class EngineReportSession: ReportSession {
  private let session: Session

  private let keeper: (any BlockKeeper)?
  private var blocksRun = 0

  /// Makes the session of one report; with a keeper what is known already does not run.
  package init(_ session: Session, keeper: (any BlockKeeper)? = nil) {
    self.session = session
    self.keeper = keeper
    if let keeper { session.store = keeper }
  }

  package var work: BlockWork { keeper?.work ?? .ran(reason: nil) }

  package var timeTaken: Duration? { session.timeTaken }

  package func check(_ blocks: [ReportBlock], _ expressions: [InlineExpression])
    throws(Diagnostics)
  {
    do {
      try session.check(blocks.map(\.source), values: expressions.map(\.source))
    } catch {
      throw Diagnostics(PeilError(error).diagnostics)
    }
  }

  package func run(_ block: ReportBlock) throws(Diagnostics) -> [BlockResult] {
    var results: [BlockResult] = []
    keeper?.begin(block.name(at: blocksRun))
    blocksRun += 1
    do {
      try session.run(block.source, isWhole: false) { result in
        results.append(try blockResult(result))
      }
    } catch {
      throw Diagnostics(PeilError(error).diagnostics)
    }
    return results
  }

  private func blockResult(_ result: QueryResult) throws(PeilError) -> BlockResult {
    switch result.content {
    case .text(let text): return .text(text)
    case .table(let table, let notes):
      return .table(result.view ?? TableView(table, notes: notes))
    case .figure(let spec, let table, let notes):
      var data = result.view ?? TableView(table, notes: notes)
      data.table = FigureBuilder.data(of: spec, table)
      return .figure(
        try FigureBuilder.figure(spec, table, options: session.options), data: data)
    }
  }

  package func value(of expression: InlineExpression) throws(Diagnostics) -> InlineValue {
    keeper?.begin("{{ \(expression.text) }}")
    do {
      let (value, field) = try session.value(of: expression.source)
      return InlineValue(value, field)
    } catch {
      throw Diagnostics(PeilError(error).diagnostics)
    }
  }

  package var params: [ParamRecord] {
    session.params.map { ParamRecord(name: $0.name, value: $0.value) }
  }

  package func inputs() throws(Diagnostics) -> [InputRecord] {
    do {
      return try session.inputs().map {
        InputRecord(path: $0.path, bytes: $0.bytes, sha256: $0.sha256, rows: $0.rows)
      }
    } catch {
      throw Diagnostics(PeilError(error).diagnostics)
    }
  }
}
