package import Columnar

extension LogicalPlan {
  /// The sources read for the plan, each once, in the order of the plan.
  package var sources: [any TableSource] {
    var found: [any TableSource] = []
    visit { plan in
      if case .scan(let source) = plan.node, !found.contains(where: { $0.name == source.name }) {
        found.append(source)
      }
    }
    return found
  }

  /// The conditions rows had to meet, as written, in the order in which they apply.
  package var filters: [String] {
    var found: [String] = []
    visit { plan in
      if case .filter = plan.node, let text = plan.text { found.append(text) }
    }
    return found
  }

  /// Calls `body` for every step, inputs first; a kept table is seen as the steps that made it.
  private func visit(_ body: (LogicalPlan) -> Void) {
    if case .scan(let source) = node, let kept = source as? KeptTable {
      kept.plan.visit(body)
      return
    }
    for input in inputs { input.visit(body) }
    body(self)
  }
}
