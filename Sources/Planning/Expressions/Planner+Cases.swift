import Columnar
import QuerySyntax
import SourceText

extension Planner {
  /// `case(C1, A1, C2, A2, else: B)`: the outcome of the first condition that holds.
  mutating func checkCases(
    _ name: Name, _ arguments: [Argument], _ range: SourceRange, _ scope: inout Scope
  ) -> TypedExpr? {
    let branches = arguments.filter { $0.label == nil }.map(\.value)
    for argument in arguments {
      guard let label = argument.label, label.text != "else" else { continue }
      report(
        "unknown-argument", "`case` has no argument `\(label.text)`", at: label.range,
        label: "write `else: …`")
      return nil
    }
    let others = arguments.filter { $0.label != nil }
    guard let other = others.first, others.count == 1 else {
      report(
        others.isEmpty ? "missing-argument" : "too-many-arguments",
        others.isEmpty ? "`case` needs `else: …`" : "`case` takes one `else`", at: range,
        notes: ["`case(C1, A1, C2, A2, else: B)`; `else: missing` leaves the rest missing"])
      return nil
    }
    guard !branches.isEmpty, branches.count.isMultiple(of: 2) else {
      report(
        "missing-argument", "`case` needs an outcome for each condition", at: range,
        notes: ["`case(C1, A1, C2, A2, else: B)`"])
      return nil
    }
    var conditions: [TypedExpr] = []
    var outcomes: [TypedExpr] = []
    for index in stride(from: 0, to: branches.count, by: 2) {
      if let test = condition(branches[index], &scope) { conditions.append(test) }
      if let outcome = check(branches[index + 1], &scope) { outcomes.append(outcome) }
    }
    guard let rest = check(other.value, &scope), conditions.count == branches.count / 2,
      outcomes.count == conditions.count
    else { return nil }
    return chain(conditions, outcomes, else: rest, branches, range)
  }

  private mutating func chain(
    _ conditions: [TypedExpr], _ outcomes: [TypedExpr], else rest: TypedExpr,
    _ branches: [Expr], _ range: SourceRange
  ) -> TypedExpr? {
    var result = rest
    // From the last to the first, so that the first condition decides.
    for index in conditions.indices.reversed() {
      guard let (first, second, type) = unify(outcomes[index], result) else {
        report(
          "wrong-type", "all outcomes must have one type", at: branches[index * 2 + 1].range,
          label: "this is \(outcomes[index].type.phrase), another \(result.type.phrase)")
        return nil
      }
      result = TypedExpr(
        .conditional(conditions[index], first, second), type, meaning: first.meaning(or: second))
    }
    return result
  }
}
