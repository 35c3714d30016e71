import Columnar
import Planning

/// Runs the steps of a pipeline over the rows of its source.
final class PipelineOperator: Operator {
  private(set) var pipeline: Pipeline
  private var isSettled = false
  private let context: ExecutionContext
  private var run: PipelineRun?
  /// The next morsel.
  private var position = 0
  /// Rows that went into each stage so far, and undecided ones.
  private var entered: [Int]
  private var undecided: [Int]
  private var fault: (any Error)?
  /// What gives the rows where they cannot be looked up one by one, or one of them has a fault.
  private var separate: PipelineOperator?
  /// Rows of a pipeline with joins that were not given yet, in parts, the next one last.
  private var waiting: [Batch]?

  init(_ pipeline: Pipeline, context: ExecutionContext) {
    self.pipeline = pipeline
    self.context = context
    entered = pipeline.stages.map { _ in 0 }
    undecided = entered
  }

  var schema: Schema { pipeline.schema }
  var inputs: [any Operator] { separate?.inputs ?? [pipeline.source] + pipeline.others }
  var summary: String { "Pipeline" }
  var hasFilter: Bool { pipeline.hasFilter || pipeline.source.hasFilter }

  func lines(indent: Int) -> [OperatorLine] {
    if let separate { return separate.lines(indent: indent) }
    let last = pipeline.stages.count - 1
    let steps = pipeline.stages.enumerated().reversed().map { place, stage in
      switch stage {
      case .filter(_, nil): "Filter"
      case .filter: "Filter, keep \(pipeline.schemas[place + 1].names.joined(separator: ", "))"
      case .project: "Project \(pipeline.schemas[place + 1].names.joined(separator: ", "))"
      case .join(let combination, _): combination.summary
      }
    }
    let own = steps.enumerated().map { depth, text in
      // What went into the step after it came out of this one.
      OperatorLine(indent: indent + depth, text: text, rows: pipeline.counts[last - depth + 1])
    }
    // The other table of a join stands below its rows, as that of any step over two tables.
    let others = pipeline.stages.enumerated().flatMap { place, stage -> [OperatorLine] in
      guard case .join(_, let other) = stage else { return [] }
      return other.lines(indent: indent + last - place + 1)
    }
    return own + pipeline.source.lines(indent: indent + steps.count) + others
  }

  /// Goes over what its source gives its rows by, when that is not the source itself.
  private func settle() throws {
    guard !isSettled else { return }
    isSettled = true
    guard let other = try pipeline.source.instead() else { return }
    pipeline = pipeline.after(other)
    entered = pipeline.stages.map { _ in 0 }
    undecided = entered
  }

  /// What `body` makes of the pipeline, ready to run over all rows of its source, with a further
  /// step.
  func run<Output>(adding stage: Stage? = nil, _ body: (PipelineRun) throws -> Output) throws
    -> Output
  {
    if let separate { return try separate.run(adding: stage, body) }
    try settle()
    switch try lookingUp(over: taken(), adding: stage, body) {
    case .done(let output): return output
    case .left(let separate): return try separate.run(adding: stage, body)
    }
  }

  /// Something done with all stages at once, or left to what takes each join separately.
  private enum Attempt<Output> {
    case done(Output)
    case left(PipelineOperator)
  }

  /// The same with rows of other tables looked up one by one.
  private func lookingUp<Output>(
    over parts: [Batch], adding stage: Stage?, _ body: (PipelineRun) throws -> Output
  ) throws -> Attempt<Output> {
    let parts = Batch.alike(parts, pipeline.source.schema, threads: context.threads)
    let longer = stage.map { pipeline.adding($0, schema: pipeline.schema) } ?? pipeline
    let count = parts.reduce(0) { $0 + $1.count }
    let rows = PipelineRows(parts, morselSize: context.morselSize(count))
    if let compiled = CompiledPipeline(longer, over: rows, context) {
      do {
        return .done(try body(PipelineRun(compiled, context)))
      } catch  where pipeline.hasJoin && !context.isInterrupted {
        // Which fault comes first is decided step by step: all rows of one before the next.
      }
    }
    let separate = PipelineOperator(
      pipeline.separated(over: RowsOperator(parts, from: pipeline.source), context),
      context: context)
    self.separate = separate
    return .left(separate)
  }

  private func taken() throws -> [Batch] { try pipeline.source.parts(in: context) }

  func all(in context: ExecutionContext) throws -> Batch {
    Materialised.joined(try parts(in: context), schema, threads: context.threads)
  }

  func parts(in context: ExecutionContext) throws -> [Batch] {
    try settle()
    guard let chosen = pipeline.chosen else { return try run { try $0.collect() } }
    return try pipeline.source.parts(in: context).map { rows in
      Batch(columns: chosen.map { rows.columns[$0] }, count: rows.count)
    }
  }

  func parts(in context: ExecutionContext, _ narrowing: Narrowing) throws -> [Batch]? {
    try settle()
    var narrowing = narrowing
    for stage in pipeline.stages.reversed() {
      guard case .project(let columns) = stage else { return nil }
      narrowing = narrowing.through(columns)
    }
    guard let rows = try pipeline.source.parts(in: context, narrowing) else { return nil }
    let source = RowsOperator(rows, from: pipeline.source)
    return try PipelineOperator(pipeline.over(source), context: context).parts(in: context)
  }

  /// The rows of the next morsel that gives any: for steps that stop early.
  func next() throws -> Batch? {
    try settle()
    if pipeline.hasJoin { return try nextPart() }
    // Rows of a source that asks the condition itself are what is wanted.
    if pipeline.stages.isEmpty { return try pipeline.source.next() }
    if let fault { throw fault }
    let run = try self.run ?? run { $0 }
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

  /// The rows of the next part that has any, of a pipeline with joins: those are done for all rows
  /// or, where a row has a fault, step by step.
  private func nextPart() throws -> Batch? {
    if let separate { return try separate.next() }
    if waiting == nil {
      switch try lookingUp(over: taken(), adding: nil, { try $0.collect() }) {
      case .done(let parts): waiting = parts.reversed()
      case .left(let separate): return try separate.next()
      }
    }
    while let part = waiting?.popLast() {
      if part.count > 0 { return part }
    }
    return nil
  }
}
