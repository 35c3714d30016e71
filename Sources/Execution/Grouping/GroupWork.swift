import Columnar
import Planning

/// The columns a grouping works on and what it does with them.
struct GroupWork: Sendable {
  /// What is computed of each row: the keys, then the arguments, then what breaks look at.
  let columns: [TypedExpr]
  let keyCount: Int
  /// For each call the places of its arguments among the columns.
  let arguments: [[Int]]
  let calls: [AggregateCall]
  /// Breaks, over the columns.
  let breaks: [RegroupedBreaks]

  /// Works out what a grouping needs of rows with the columns of `schema`.
  init(_ grouping: Grouping, _ schema: Schema) {
    var columns: [TypedExpr] = []
    func place(_ expr: TypedExpr) -> Int {
      if let known = columns.firstIndex(where: { $0.isSame(as: expr) }) { return known }
      columns.append(expr)
      return columns.count - 1
    }
    func place(_ index: Int) -> Int {
      place(TypedExpr(.column(index), schema.fields[index].type))
    }
    for key in grouping.keys {
      columns.append(TypedExpr(.column(key), schema.fields[key].type))
    }
    keyCount = grouping.keys.count
    arguments = grouping.calls.map { call in call.arguments.map { place($0) } }
    calls = grouping.calls
    breaks = grouping.breaks.map { found in
      RegroupedBreaks(
        regions: found.regions, region: place(found.region), group: place(found.group),
        time: found.time.map { place($0) }, groups: found.groups)
    }
    self.columns = columns
  }
}

/// The groups of the rows that one thread took in.
struct GroupTally: Sendable {
  private let work: GroupWork
  private(set) var numbers: GroupNumbers
  private var reasons: [KeyReasons]
  private var states: [State]
  /// Moments by the place of their column.
  private var moments: [Int: Moments] = [:]
  private var breaks: [GroupBreaks]
  /// Whether a group of a small grid has rows.
  private var isUsed: [Bool]

  private enum State {
    /// The place of the column, and the literals after it.
    case moments(Aggregate.FromMoments, Int, [Value])
    case general(any AggregateState)
  }

  /// Makes an empty tally for columns like those of `template`, of so many rows.
  init(_ work: GroupWork, template: Batch, rows: Int) {
    self.work = work
    let keys = Array(template.columns.prefix(work.keyCount))
    numbers = GroupNumbers(keys, rows: rows)
    let groups = numbers.grid == nil ? 0 : numbers.count
    isUsed = [Bool](repeating: false, count: groups)
    reasons = keys.map { _ in KeyReasons() }
    breaks = work.breaks.map { GroupBreaks($0) }
    var needs: [Int: Moments.Needs] = [:]
    let places = zip(work.calls, work.arguments).map { call, arguments -> Int? in
      guard let wanted = call.aggregate.moments, !arguments.isEmpty,
        call.arguments.dropFirst().allSatisfy({ $0.literal != nil }),
        template.columns[arguments[0]].coverage == nil,
        let values = template.columns[arguments[0]].packed,
        values.type == .integer || values.type == .number,
        Moments(of: values, groups: 0, rows: rows, needs: wanted.needs) != nil
      else { return nil }
      needs[arguments[0], default: []].formUnion(wanted.needs)
      return arguments[0]
    }
    for (place, needs) in needs {
      moments[place] = template.columns[place].packed.flatMap {
        Moments(of: $0, groups: groups, rows: rows, needs: needs)
      }
    }
    states = zip(work.calls, places).map { call, place in
      if let place, let wanted = call.aggregate.moments {
        return .moments(wanted, place, call.arguments.dropFirst().compactMap(\.literal))
      }
      return .general(call.aggregate.makeState(call.arguments.map(\.type)))
    }
  }

  /// Whether tallies of different rows can be added up.
  var isMergeable: Bool {
    breaks.isEmpty
      && states.allSatisfy { state in
        switch state {
        case .moments: true
        case .general(let state): state.isMergeable
        }
      }
  }

  /// Takes rows in.
  mutating func update(_ batch: Batch) {
    let keys = Array(batch.columns.prefix(work.keyCount))
    let groups = numbers.number(keys, rows: batch.count)
    // Moments know their rows.
    if numbers.grid != nil, moments.isEmpty { for group in groups { isUsed[Int(group)] = true } }
    for index in keys.indices { reasons[index].update(keys[index], groups: groups) }
    for place in moments.keys {
      moments[place]?.grow(to: numbers.count)
      guard let packed = batch.columns[place].packed else { continue }
      moments[place]?.update(packed.codes, missing: batch.columns[place].missing, groups: groups)
    }
    for (index, arguments) in work.arguments.enumerated() {
      guard case .general(var state) = states[index] else { continue }
      states[index] = .moments(.none, 0, [])
      state.update(arguments.map { batch.columns[$0] }, groups: groups, count: numbers.count)
      states[index] = .general(state)
    }
    for index in breaks.indices { breaks[index].update(batch) }
  }

  /// The tally of these rows and others.
  func merging(_ other: GroupTally) -> GroupTally {
    var whole = self
    whole.merge(other)
    return whole
  }

  private mutating func merge(_ other: GroupTally) {
    let groups = numbers.adopt(other.numbers)
    for group in other.isUsed.indices where other.isUsed[group] { isUsed[group] = true }
    for index in reasons.indices { reasons[index].merge(other.reasons[index], groups: groups) }
    for place in moments.keys {
      moments[place]?.grow(to: numbers.count)
      if let theirs = other.moments[place] { moments[place]?.merge(theirs, groups: groups) }
    }
    for index in states.indices {
      guard case .general(var state) = states[index],
        case .general(let theirs) = other.states[index]
      else { continue }
      state.merge(theirs, groups: groups, count: numbers.count)
      states[index] = .general(state)
    }
  }

  /// The groups by their keys: the key columns and a column for each call. Throws
  /// ``GroupFault``.
  func result(keyTypes: [DataType], _ entities: [Entity?]) throws -> Batch {
    for found in breaks { found.finish() }
    // Without keys there is one group, even of no rows.
    let count = work.keyCount == 0 ? 1 : numbers.count
    var (order, keys) = work.keyCount == 0 ? ([0], []) : ordered(keyTypes, entities)
    for index in keys.indices {
      keys[index].missing = keys[index].missing.map { reasons[index].shared($0, groups: order) }
    }
    let results = try states.map { state in
      do {
        switch state {
        case .general(let state): return try state.result(count: count).gather(order)
        case .moments(let wanted, let place, let literals):
          guard var moments = moments[place] else { return keys[0] }
          moments.grow(to: count)
          return try wanted.result(moments, literals).gather(order)
        }
      } catch let fault as EvaluationFault {
        throw GroupFault(fault: fault, row: order.firstIndex(of: fault.row) ?? 0, keys: keys)
      }
    }
    return Batch(columns: keys + results, count: order.count)
  }
}

extension GroupTally {
  /// The groups in the order of their keys, and these.
  private func ordered(_ types: [DataType], _ entities: [Entity?]) -> ([Int], [Column]) {
    let isUsed = moments.values.first.map { moments in
      (0..<moments.count).map { moments.all($0) > 0 }
    }
    if let (groups, keys) = numbers.ordered(entities, isUsed: isUsed ?? self.isUsed) {
      return (groups, keys)
    }
    let keys = types.indices.map { index in
      Column.concatenate(numbers.firsts.map { $0[index] }, type: types[index])
    }
    let order = RowOrder.sorted(
      numbers.count,
      by: keys.indices.map {
        RowOrder.Key(ranks: keys[$0].ranks(entity: entities[$0]), isDescending: false)
      })
    return (order, keys.map { $0.gather(order) })
  }
}

/// A fault in the result of a group.
struct GroupFault: Error {
  let fault: EvaluationFault
  /// The group's row among the keys.
  let row: Int
  let keys: [Column]
}

extension Aggregate.FromMoments {
  /// Stands in while a state is being changed.
  fileprivate static let none = Aggregate.FromMoments([]) { moments, _ in moments.least }
}
