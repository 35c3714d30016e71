import Columnar
import Planning

/// What is worked out of the rows of each group, whatever gives rows their group.
struct GroupStates: Sendable {
  private let work: GroupWork
  private var reasons: [KeyReasons]
  private var states: [State]
  /// The places of the columns of which there are moments.
  private let places: [Int]
  /// The moments of each of those. A dictionary would be copied while it is changed in a loop.
  private var moments: [Moments]
  /// How many rows each group has; empty when moments tell it, or nobody asks.
  private var rows: [Int64]
  private let countsRows: Bool

  private enum State {
    /// Where the moments stand among all, and the literals after the column.
    case moments(Aggregate.FromMoments, Int, [Value])
    /// The number of rows.
    case rows
    case general(any AggregateState)

    var isRows: Bool {
      if case .rows = self { return true }
      return false
    }
  }

  /// Makes empty states for columns like those of `template`, of so many rows at most.
  ///
  /// - Parameter groups: how many groups there are before any row; more may come.
  init(_ work: GroupWork, template: Batch, groups: Int, rows: Int) {
    self.work = work
    reasons = (0..<work.keyCount).map { _ in KeyReasons() }
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
    let wanted = needs.sorted { $0.key < $1.key }
    self.places = wanted.map(\.key)
    moments = wanted.compactMap { place, needs in
      template.columns[place].packed.flatMap {
        Moments(of: $0, groups: groups, rows: rows, needs: needs)
      }
    }
    states = zip(work.calls, places).map { call, place in
      if call.aggregate.countsRows, call.arguments.isEmpty { return .rows }
      if let index = wanted.firstIndex(where: { $0.key == place }),
        let aggregate = call.aggregate.moments
      {
        return .moments(aggregate, index, call.arguments.dropFirst().compactMap(\.literal))
      }
      return .general(call.aggregate.makeState(call.arguments.map(\.type)))
    }
    countsRows = moments.isEmpty && (groups > 0 || states.contains { $0.isRows })
    self.rows = [Int64](repeating: 0, count: countsRows ? groups : 0)
  }

  /// Whether states of different rows can be added up.
  var isMergeable: Bool {
    states.allSatisfy { state in
      switch state {
      case .moments, .rows: true
      case .general(let state): state.isMergeable
      }
    }
  }

  /// Takes rows in.
  ///
  /// - Parameters:
  ///   - columns: those of the work by place; what is no argument may be anything.
  ///   - masks: the reasons of the keys.
  ///   - groups: the group of each row.
  ///   - count: how many groups there are by now.
  mutating func update(_ columns: [Column], masks: [[UInt8]?], groups: [UInt32], count: Int) {
    if countsRows {
      grow(to: count)
      if work.keyCount == 0 {
        rows[0] += Int64(groups.count)
      } else {
        GroupCounts.add(groups, missing: nil, to: &rows)
      }
    }
    for index in masks.indices { reasons[index].update(masks[index], groups: groups) }
    if !places.isEmpty {
      let rows = GroupedRows(groups)
      for (index, place) in places.enumerated() {
        moments[index].grow(to: count)
        guard let packed = columns[place].packed else { continue }
        moments[index].update(packed.codes, missing: columns[place].missing, rows)
      }
    }
    for (index, arguments) in work.arguments.enumerated() {
      guard case .general(var state) = states[index] else { continue }
      states[index] = .moments(.none, 0, [])
      state.update(arguments.map { columns[$0] }, groups: groups, count: count)
      states[index] = .general(state)
    }
  }

  /// Adds states of other rows: group n of theirs is group `groups[n]` of `count` here.
  mutating func merge(_ other: GroupStates, groups: [UInt32], count: Int) {
    if countsRows {
      grow(to: count)
      for theirs in other.rows.indices { rows[Int(groups[theirs])] += other.rows[theirs] }
    }
    for index in reasons.indices { reasons[index].merge(other.reasons[index], groups: groups) }
    for index in moments.indices {
      moments[index].grow(to: count)
      moments[index].merge(other.moments[index], groups: groups)
    }
    for index in states.indices {
      guard case .general(var state) = states[index],
        case .general(let theirs) = other.states[index]
      else { continue }
      state.merge(theirs, groups: groups, count: count)
      states[index] = .general(state)
    }
  }

  private mutating func grow(to count: Int) {
    if rows.count < count { rows += [Int64](repeating: 0, count: count - rows.count) }
  }

  /// How many rows groups have.
  private func rowCounts(of groups: [Int]) -> [Int64] {
    if let moments = moments.first { return moments.rowCounts(of: groups) }
    return groups.map { $0 < rows.count ? rows[$0] : 0 }
  }

  /// Of the groups there were before any row, whether they have rows.
  var used: [Bool] {
    guard let moments = moments.first else { return rows.map { $0 > 0 } }
    return moments.rowCounts(of: Array(0..<moments.count)).map { $0 > 0 }
  }

  /// Of the groups there were before any row, those that have rows, in rising order.
  var groupsWithRows: [Int] {
    moments.first?.groupsWithRows ?? rows.indices.filter { rows[$0] > 0 }
  }

  /// How many keys there are.
  var keyCount: Int { work.keyCount }

  /// The keys of groups with the reasons that their rows share.
  func withReasons(_ keys: [Column], of groups: [Int]) -> [Column] {
    keys.enumerated().map { index, key in
      var key = key
      key.missing = key.missing.map { reasons[index].shared($0, groups: groups) }
      return key
    }
  }

  /// A column for each call: the results of groups in some order. Throws ``GroupFault``.
  ///
  /// - Parameters:
  ///   - groups: the groups wanted, in order.
  ///   - count: how many groups there are.
  ///   - workers: how work over all rows is spread.
  func results(of groups: [Int], count: Int, _ workers: RowWorkers = .one) throws -> [Column] {
    let settled = moments.map { $0.settled(groups, count: count, workers) }
    return try states.map { state in
      do {
        switch state {
        case .rows: return Column(.integer(rowCounts(of: groups)))
        case .general(let state): return try state.result(count: count).gather(groups)
        case .moments(let wanted, let index, let literals):
          do {
            return try wanted.result(settled[index], literals)
          } catch is EvaluationFault {
            // Of several groups the one met first is told of.
            return try wanted.result(
              moments[index].settled(Array(0..<count), count: count), literals)
          }
        }
      } catch let fault as EvaluationFault {
        throw GroupFault(fault: fault, row: groups.firstIndex(of: fault.row) ?? 0)
      }
    }
  }

  /// For each call how much of each group is known, where the call is worked out of moments.
  func counts(of groups: [Int], count: Int) -> [Coverage?] {
    let counts = moments.map { $0.settled(groups, count: count).counts }
    return states.map { state in
      if case .moments(_, let index, _) = state { return counts[index] }
      return nil
    }
  }
}

/// A fault in the result of a group.
struct GroupFault: Error {
  let fault: EvaluationFault
  /// The group's row among the keys.
  let row: Int
  var keys: [Column] = []
}

extension Aggregate.FromMoments {
  /// Stands in while a state is being changed.
  fileprivate static let none = Aggregate.FromMoments([]) { moments, _ in moments.least }
}
