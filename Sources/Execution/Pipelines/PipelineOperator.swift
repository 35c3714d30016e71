import Columnar
import Planning

/// Runs the steps of a pipeline over the rows of its source.
final class PipelineOperator: Operator {
  let pipeline: Pipeline
  private let context: ExecutionContext
  private var run: PipelineRun?
  /// The next morsel.
  private var position = 0
  /// Rows that went into each stage so far, and undecided ones.
  private var entered: [Int]
  private var undecided: [Int]
  private var fault: (any Error)?

  init(_ pipeline: Pipeline, context: ExecutionContext) {
    self.pipeline = pipeline
    self.context = context
    entered = pipeline.stages.map { _ in 0 }
    undecided = entered
  }

  var schema: Schema { pipeline.schema }
  var inputs: [any Operator] { [pipeline.source] }
  var summary: String { "Pipeline" }
  var hasFilter: Bool { pipeline.hasFilter || pipeline.source.hasFilter }

  func lines(indent: Int) -> [OperatorLine] {
    let last = pipeline.stages.count - 1
    let steps = pipeline.stages.enumerated().reversed().map { place, stage in
      switch stage {
      case .filter(_, nil): "Filter"
      case .filter: "Filter, keep \(pipeline.schemas[place + 1].names.joined(separator: ", "))"
      case .project: "Project \(pipeline.schemas[place + 1].names.joined(separator: ", "))"
      }
    }
    return steps.enumerated().map { depth, text in
      // What went into the step after it came out of this one.
      OperatorLine(indent: indent + depth, text: text, rows: pipeline.counts[last - depth + 1])
    }
      + pipeline.source.lines(indent: indent + steps.count)
  }

  /// The pipeline over all rows of its source, with further steps.
  func started(adding stage: Stage? = nil, schema: Schema? = nil) throws -> PipelineRun {
    let parts = Batch.alike(
      try pipeline.source.parts(in: context), pipeline.source.schema, threads: context.threads)
    var pipeline = pipeline
    if let stage { pipeline = pipeline.adding(stage, schema: schema ?? pipeline.schema) }
    let count = parts.reduce(0) { $0 + $1.count }
    let rows = PipelineRows(parts, morselSize: context.morselSize(count))
    return PipelineRun(CompiledPipeline(pipeline, over: rows, context), context)
  }

  func all(in context: ExecutionContext) throws -> Batch {
    Materialised.joined(try parts(in: context), schema, threads: context.threads)
  }

  func parts(in context: ExecutionContext) throws -> [Batch] {
    guard let chosen = pipeline.chosen else { return try started().collect() }
    return try pipeline.source.parts(in: context).map { rows in
      Batch(columns: chosen.map { rows.columns[$0] }, count: rows.count)
    }
  }

  /// The rows of the next morsel that gives any: for steps that stop early.
  func next() throws -> Batch? {
    if let fault { throw fault }
    let run = try self.run ?? started()
    self.run = run
    let total = run.pipeline.rows.morselCount
    while position < total {
      try context.checkCancellation()
      let outcome = try run.pipeline.run(position)
      position += 1
      if let found = outcome.fault {
        fault = run.diagnostic(found, before: entered[found.stage])
        position = total
      }
      for stage in entered.indices {
        entered[stage] += outcome.inputs[stage]
        undecided[stage] += outcome.undecided[stage]
      }
      if outcome.rows.count > 0 { return outcome.rows }
      if let fault { throw fault }
    }
    for stage in undecided.indices where undecided[stage] > 0 {
      context.note(FilterNote.undecided(undecided[stage]))
      undecided[stage] = 0
    }
    return nil
  }
}
