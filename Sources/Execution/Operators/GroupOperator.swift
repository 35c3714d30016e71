import Columnar
import Planning
import SourceText

/// Makes one row of all rows with equal keys, sorted by the keys.
final class GroupOperator: Operator {
  let schema: Schema
  private let input: any Operator
  private let grouping: Grouping
  private let context: ExecutionContext
  private var isDone = false

  init(
    _ input: any Operator, _ grouping: Grouping, schema: Schema, context: ExecutionContext
  ) {
    self.input = input
    self.grouping = grouping
    self.schema = schema
    self.context = context
  }

  var inputs: [any Operator] { [input] }
  var summary: String {
    let calls = grouping.calls.map { $0.aggregate.name }.joined(separator: ", ")
    let keys = grouping.keys.map { input.schema.fields[$0].name }.joined(separator: ", ")
    return "Group \(calls)\(keys.isEmpty ? "" : " by \(keys)")"
  }

  func next() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    var encoder = KeyEncoder(columnCount: grouping.keys.count)
    var states = grouping.calls.map { $0.aggregate.makeState($0.arguments.map(\.type)) }
    var firsts: [[Column]] = []
    var reasons = grouping.keys.map { _ in KeyReasons() }
    var breaks = grouping.breaks.map { GroupBreaks($0) }
    var rows = RowCounter()
    while let (batch, arguments) = try rows.next(of: input, arguments) {
      try context.checkCancellation()
      let keys = grouping.keys.map { batch.columns[$0] }
      let (ids, firstRows) = encoder.encode(keys, count: batch.count)
      if !firstRows.isEmpty { firsts.append(keys.map { $0.gather(firstRows) }) }
      for index in keys.indices { reasons[index].update(keys[index], groups: ids) }
      for index in states.indices {
        states[index].update(arguments[index], groups: ids, count: encoder.count)
      }
      for index in breaks.indices { breaks[index].update(batch) }
    }
    for found in breaks { found.finish() }
    // Without keys there is one group, even of no rows.
    let count = grouping.keys.isEmpty ? 1 : encoder.count
    let keys = grouping.keys.indices.map { position in
      var key = Column.concatenate(
        firsts.map { $0[position] }, type: input.schema.fields[grouping.keys[position]].type)
      key.missing = key.missing.map(reasons[position].shared)
      return key
    }
    return sorted(keys, try results(states, keys, count: count), count: count)
  }

  /// The arguments of every call, column by column.
  private func arguments(_ batch: Batch) throws -> [[Column]] {
    try grouping.calls.map { call in
      try call.arguments.map { try ExprEvaluator.evaluate($0, batch) }
    }
  }

  private func results(_ states: [any AggregateState], _ keys: [Column], count: Int) throws
    -> [Column]
  {
    do {
      return try states.map { try $0.result(count: count) }
    } catch let fault as EvaluationFault {
      let values = zip(grouping.keys, keys).map { index, column in
        "\(input.schema.fields[index].name) = \(column.value(at: fault.row).shown)"
      }
      let group = values.isEmpty ? [] : ["that group: " + values.joined(separator: ", ")]
      throw Diagnostic(
        .error, phase: .run, code: fault.code, fault.message, notes: group + fault.notes)
    }
  }

  private func sorted(_ keys: [Column], _ results: [Column], count: Int) -> Batch {
    let order = RowOrder.sorted(
      count,
      by: keys.indices.map { position in
        let field = input.schema.fields[grouping.keys[position]]
        return RowOrder.Key(
          ranks: keys[position].ranks(entity: field.entity), isDescending: false)
      })
    return Batch(columns: (keys + results).map { $0.gather(order) }, count: count)
  }
}

/// Why the key of a group is missing: the reason its rows share, else unknown.
private struct KeyReasons {
  private var differs: Set<UInt32> = []
  private var reasons: [UInt32: UInt8] = [:]

  mutating func update(_ key: Column, groups: [UInt32]) {
    guard let missing = key.missing else { return }
    for row in missing.indices where missing[row] != 0 {
      let known = reasons.updateValue(missing[row], forKey: groups[row])
      if let known, known != missing[row] { differs.insert(groups[row]) }
    }
  }

  /// The reasons by group, those of groups that differ replaced.
  func shared(_ missing: [UInt8]) -> [UInt8] {
    missing.indices.map { group in
      differs.contains(UInt32(group)) ? MissingReason.unknown.rawValue : missing[group]
    }
  }
}
