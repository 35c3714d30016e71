import Execution
import Optimisation
import Planning
import QuerySyntax
package import SourceText

extension Session {
  /// What a script will do, in four representations: as written, as planned, as optimised,
  /// as run.
  package func explain(_ file: SourceFile) throws(PeilError) -> String {
    let script = Parser.script(in: file, vocabulary: registry)
    let statements: [PlannedStatement]
    let before = definitions
    defer { definitions = before }
    do {
      statements = try plan(script)
      options.singleReads = singleReads(in: statements)
    } catch {
      throw PeilError(error)
    }
    var lines = ["syntax"]
    let text = SyntaxPrinter.text(of: script, vocabulary: registry)
    lines += text.split(separator: "\n").map { "  " + $0 }
    for statement in statements {
      switch statement.action {
      case .show(let plan, _), .keep(_, let plan):
        lines.append(explanation(of: plan))
      case .print, .nothing: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A plan as planned, as optimised and why, and as it will run.
  func explanation(of plan: LogicalPlan) -> String {
    let optimised = PlanChoice.optimised(plan)
    let operators = Executor.description(of: optimised.plan, in: options.context())
      .split(separator: "\n")
    let lines =
      ["plan"] + plan.lines(indent: 1) + ["optimised"] + optimised.choices.map { "  - " + $0 }
      + optimised.plan.lines(indent: 1) + ["operators"] + operators.map { "  " + $0 }
    return lines.joined(separator: "\n")
  }

  /// How a plan ran: what was chosen, and of each operator the rows it gave and the time it took.
  func measurements(of plan: LogicalPlan) throws -> String {
    let (choices, operators) = try options.measurements(of: plan)
    let threads = "\(options.threads) \(options.threads == 1 ? "thread" : "threads")"
    let lines =
      ["optimised"] + choices.map { "  - " + $0 } + ["operators, run with \(threads)"]
      + operators.split(separator: "\n").map { "  " + $0 }
    return lines.joined(separator: "\n")
  }

  /// A script in the one canonical form. Throws when it cannot be read whole.
  package func format(_ file: SourceFile) throws(PeilError) -> String {
    let script = Parser.script(in: file, vocabulary: registry)
    guard script.diagnostics.isEmpty else { throw PeilError(Diagnostics(script.diagnostics)) }
    return SyntaxPrinter.text(of: script, vocabulary: registry)
  }
}
