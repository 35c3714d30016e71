import Columnar
import Execution
import Optimisation
import Planning

extension SessionOptions {
  /// Runs a plan in the way chosen, and gives what was said on the way. Throws a fault in data or
  /// computing, or one of phase `interrupted`.
  func rows(
    of plan: LogicalPlan, noteRows: @escaping NoteRows = { _, _ in }
  ) throws -> (table: Table, notes: [Note]) {
    try run(plan, noteRows: noteRows) { best, context in
      (try Executor.table(of: best.plan, in: context), context.notes)
    }
  }

  /// Runs a plan on this thread, until the state says to stop. Throws as ``rows(of:noteRows:)``.
  func rows(of plan: LogicalPlan, state: RunState, noteRows: @escaping NoteRows) throws
    -> (table: Table, notes: [Note])
  {
    let context = context(state, noteRows: noteRows)
    let best = PlanChoice.optimised(plan, usesRules: optimises)
    return (try Executor.table(of: best.plan, in: context), context.notes)
  }

  /// Told of a file or built-in text that was read, and of its rows.
  typealias NoteRows = @Sendable (any TableSource, Int) -> Void

  /// Runs a plan for what was chosen and what each operator gave and took.
  func measurements(of plan: LogicalPlan) throws -> (choices: [String], operators: String) {
    try run(plan, measures: true) { best, context in
      (best.choices, try Executor.measurements(of: best.plan, in: context))
    }
  }

  private func run<Outcome: Sendable>(
    _ plan: LogicalPlan, measures: Bool = false, noteRows: @escaping NoteRows = { _, _ in },
    _ body: @escaping @Sendable (OptimisedPlan, ExecutionContext) throws -> Outcome
  ) throws -> Outcome {
    let options = self
    return try WatchedWork.run(isCancelled: isCancelled, watch: watch) { state in
      let context = options.context(state, measures: measures, noteRows: noteRows)
      return try body(PlanChoice.optimised(plan, usesRules: options.optimises), context)
    }
  }

  /// How plans are run from here.
  func context(
    _ state: RunState = RunState(), measures: Bool = false,
    noteRows: @escaping NoteRows = { _, _ in }
  ) -> ExecutionContext {
    ExecutionContext(
      batchSize: batchSize, threads: threads, state: state, measures: measures,
      save: { spec, table in
        let bytes = try SavedFile.bytes(spec, table, self)
        try state.finishing { try SavedFile.write(bytes, spec) }
      }, noteRows: noteRows, isReadOnce: { [singleReads] in singleReads.contains($0) })
  }
}
