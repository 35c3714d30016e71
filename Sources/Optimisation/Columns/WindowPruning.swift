import Columnar
import Planning

/// Leaves out columns of other rows that nobody uses.
///
/// A call also finds out that a period occurs twice in a series, and which breaks are crossed: it
/// goes only when another one that stays finds out the same.
struct WindowPruning {
  private let calls: [WindowCall]
  /// The number of columns of the input.
  private let count: Int

  /// What a call finds out beside its values.
  private enum Finding: Hashable {
    case periods(series: [Int], axis: Int, step: WindowCall.Step)
    case series([Int], axis: Int)
  }

  /// Looks at the calls of a step over so many columns.
  init(_ calls: [WindowCall], of count: Int) {
    self.calls = calls
    self.count = count
  }

  /// The step with the calls that are needed for some of its columns.
  func pruned(
    _ plan: LogicalPlan, _ input: LogicalPlan, _ wanted: Set<Int>, _ pruning: ColumnPruning
  ) -> ColumnPruning.Pruned {
    let (needed, used) = needed(wanted)
    let below = pruning.prune(input, used.filter { $0 < count })
    // The columns of the calls follow those of the input.
    let kept = KeptColumns(Set(below.kept.positions + needed.map { count + $0 }))
    let moved = needed.map { Self.moved(calls[$0], kept) }
    guard !moved.isEmpty else { return below }
    return ColumnPruning.Pruned(
      plan: plan.with(
        .window(below.plan, moved), fields: kept.fields(of: plan.schema.fields)), kept: kept)
  }

  /// The calls that stay, and the columns used.
  private func needed(_ wanted: Set<Int>) -> ([Int], Set<Int>) {
    var used = wanted
    var stays = Set(calls.indices)
    // A call reads only columns of calls before it.
    for index in calls.indices.reversed() {
      let others = stays.subtracting([index]).reduce(into: Set<Finding>()) {
        $0.formUnion(findings(calls[$1]))
      }
      if used.contains(count + index) || !findings(calls[index]).isSubset(of: others) {
        let call = calls[index]
        used.formUnion(call.arguments.compactMap { $0 }.flatMap(\.columns))
        used.formUnion(call.series + (call.axis.map { [$0] } ?? []))
        if let kind = call.kindColumn { used.insert(kind) }
      } else {
        stays.remove(index)
      }
    }
    return (stays.sorted(), used)
  }

  private func findings(_ call: WindowCall) -> Set<Finding> {
    switch call.function.reach {
    case .rows: []
    case .series: [.series(call.series, axis: call.axis ?? 0)]
    case .periods:
      Set(
        call.axis.map { axis in
          call.steps.map { .periods(series: call.series, axis: axis, step: $0) }
        } ?? [])
    }
  }

  private static func moved(_ call: WindowCall, _ kept: KeptColumns) -> WindowCall {
    WindowCall(
      name: call.name, function: call.function,
      arguments: call.arguments.map { $0?.moved(kept.place) },
      series: call.series.map(kept.place), axis: call.axis.map(kept.place), steps: call.steps,
      kindColumn: call.kindColumn.map(kept.place))
  }
}
