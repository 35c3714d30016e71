import Columnar
import Execution
import Optimisation
import Planning

extension SessionOptions {
  /// Runs a plan in the way chosen, and gives what was said on the way. Throws a fault in data or
  /// computing, or one of phase `interrupted`.
  func rows(of plan: LogicalPlan) throws -> (table: Table, notes: [Note]) {
    try run(plan) { best, context in
      (try Executor.table(of: best.plan, in: context), context.notes)
    }
  }

  /// Runs a plan for what was chosen and what each operator gave and took.
  func measurements(of plan: LogicalPlan) throws -> (choices: [String], operators: String) {
    try run(plan, measures: true) { best, context in
      (best.choices, try Executor.measurements(of: best.plan, in: context))
    }
  }

  private func run<Outcome: Sendable>(
    _ plan: LogicalPlan, measures: Bool = false,
    _ body: @escaping @Sendable (OptimisedPlan, ExecutionContext) throws -> Outcome
  ) throws -> Outcome {
    let options = self
    return try WatchedWork.run(isCancelled: isCancelled, watch: watch) { state in
      let context = ExecutionContext(
        batchSize: options.batchSize, threads: options.threads, state: state, measures: measures,
        save: { spec, table in
          let bytes = try SavedFile.bytes(spec, table, options)
          try state.finishing { try SavedFile.write(bytes, spec) }
        })
      return try body(PlanChoice.optimised(plan, usesRules: options.optimises), context)
    }
  }
}
