import Columnar
import Planning
import SourceText
import Synchronization

/// Makes one row of all rows with equal keys, sorted by the keys.
final class GroupOperator: Operator {
  let schema: Schema
  private let rows: PipelineOperator
  private let grouping: Grouping
  private let context: ExecutionContext
  private var isDone = false
  /// How groups were found, once they are.
  private var choice: String?
  private let forecast: GroupForecast

  init(
    _ pipeline: Pipeline, _ grouping: Grouping, schema: Schema, forecast: GroupForecast,
    context: ExecutionContext
  ) {
    self.forecast = forecast
    rows = PipelineOperator(pipeline, context: context)
    self.grouping = grouping
    self.schema = schema
    self.context = context
  }

  var inputs: [any Operator] { [rows] }
  var summary: String {
    let calls = grouping.calls.map { $0.aggregate.name }.joined(separator: ", ")
    let keys = grouping.keys.map { rows.schema.fields[$0].name }.joined(separator: ", ")
    return "Group \(calls)\(keys.isEmpty ? "" : " by \(keys)")"
  }

  func lines(indent: Int) -> [OperatorLine] {
    let text = (choice ?? forecast.text).map { "\(summary): \($0)" } ?? summary
    return [OperatorLine(indent: indent, text: text)]
      + inputs.flatMap { $0.lines(indent: indent + 1) }
  }

  func next() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    return Materialised.joined(try parts(in: context), schema, threads: context.threads)
  }

  func parts(in context: ExecutionContext) throws -> [Batch] {
    try grouped(nil)
  }

  func parts(in context: ExecutionContext, _ narrowing: Narrowing) throws -> [Batch]? {
    try grouped(narrowing)
  }

  private func grouped(_ narrowing: Narrowing?) throws -> [Batch] {
    isDone = true
    let work = GroupWork(grouping, rows.schema)
    return try rows.run(adding: .project(work.columns)) { try parts(work, $0, narrowing) }
  }

  private func parts(_ work: GroupWork, _ run: PipelineRun, _ narrowing: Narrowing?) throws
    -> [Batch]
  {
    var run = run
    run.step = summary
    if let groups = PartitionedGroups(work, run, entities),
      let parts = try groups.batches(narrowing)
    {
      choice = groups.choice
      return parts
    }
    if let groups = SparseGroups(work, run, entities), let parts = try groups.batches(narrowing) {
      choice = groups.choice
      return parts
    }
    let empty = GroupTally(
      work, template: run.pipeline.template, rows: run.pipeline.rows.count)
    if !empty.isMergeable { run.workers = 1 }
    choice = empty.choice
    do {
      return [try tally(work, run).result(keyTypes: keyTypes, entities, .threads(context.threads))]
    } catch is GroupFault {
      // Which group comes first may depend on the threads: with one it does not.
      run.workers = 1
      return [try inOrder(work, run)]
    }
  }

  private var keyTypes: [DataType] { grouping.keys.map { rows.schema.fields[$0].type } }
  private var entities: [Entity?] { grouping.keys.map { rows.schema.fields[$0].entity } }

  /// The groups of all rows.
  private func tally(_ work: GroupWork, _ run: PipelineRun) throws -> GroupTally {
    let rows = run.pipeline.rows.count
    let tallies = (0..<run.workers).map { _ in
      Tally(GroupTally(work, template: run.pipeline.template, rows: rows))
    }
    try run.run { worker, _, batch in tallies[worker].update(batch) }
    return try tallies.dropFirst().reduce(tallies[0].taken) { whole, tally in
      try context.checkCancellation()
      return whole.merging(tally.taken)
    }
  }

  /// The groups, with the fault of the first one to have any.
  private func inOrder(_ work: GroupWork, _ run: PipelineRun) throws -> Batch {
    do {
      return try tally(work, run).result(keyTypes: keyTypes, entities, .threads(context.threads))
    } catch let found as GroupFault {
      let values = zip(grouping.keys, found.keys).map { index, column in
        "\(rows.schema.fields[index].name) = \(column.value(at: found.row).shown)"
      }
      let group = values.isEmpty ? [] : ["that group: " + values.joined(separator: ", ")]
      throw Diagnostic(
        .error, phase: .run, code: found.fault.code, found.fault.message,
        notes: group + found.fault.notes)
    }
  }

  /// A tally in the hands of one thread.
  private final class Tally: Sendable {
    private let tally: Mutex<GroupTally>

    init(_ tally: GroupTally) { self.tally = Mutex(tally) }

    func update(_ batch: Batch) { tally.withLock { $0.update(batch) } }

    var taken: GroupTally { tally.withLock { $0 } }
  }
}
