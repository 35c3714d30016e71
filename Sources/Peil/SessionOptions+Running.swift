import Columnar
import Execution
import Optimisation
import Planning

extension SessionOptions {
  /// Runs a plan in the way chosen, and gives what was said on the way. Throws a fault in data or
  /// computing, or one of phase `interrupted`.
  func rows(of plan: LogicalPlan) throws -> (table: Table, notes: [Note]) {
    let options = self
    return try WatchedWork.run(isCancelled: isCancelled, watch: watch) { state in
      let context = ExecutionContext(
        batchSize: options.batchSize, threads: options.threads, state: state,
        save: { spec, table in
          let text = try SavedFile.text(spec, table, options)
          try state.finishing { try SavedFile.write(text, spec) }
        })
      let best = PlanChoice.optimised(plan, usesRules: options.optimises)
      return (try Executor.table(of: best.plan, in: context), context.notes)
    }
  }
}
