import Columnar
import Planning

/// The groups of the rows that one thread took in.
struct GroupTally: Sendable {
  private let work: GroupWork
  private var numbers: GroupNumbers
  private var states: GroupStates
  private var breaks: [GroupBreaks]

  /// Makes an empty tally for columns like those of `template`, of so many rows.
  init(_ work: GroupWork, template: Batch, rows: Int) {
    self.work = work
    numbers = GroupNumbers(Array(template.columns.prefix(work.keyCount)), rows: rows)
    states = GroupStates(
      work, template: template, groups: numbers.grid == nil ? 0 : numbers.count, rows: rows)
    breaks = work.breaks.map { GroupBreaks($0) }
  }

  /// Whether tallies of different rows can be added up.
  var isMergeable: Bool { breaks.isEmpty && states.isMergeable }

  /// How groups are found and why, for `explain run`.
  var choice: String? { work.keyCount == 0 ? nil : numbers.choice }

  /// Takes rows in.
  mutating func update(_ batch: Batch) {
    let keys = Array(batch.columns.prefix(work.keyCount))
    let groups = numbers.number(keys, rows: batch.count)
    states.update(
      batch.columns, masks: keys.map(\.missing), groups: groups, count: numbers.count)
    for index in breaks.indices { breaks[index].update(batch) }
  }

  /// The tally of these rows and others.
  func merging(_ other: GroupTally) -> GroupTally {
    var whole = self
    let groups = whole.numbers.adopt(other.numbers)
    whole.states.merge(other.states, groups: groups, count: whole.numbers.count)
    return whole
  }

  /// The groups by their keys: the key columns and a column for each call. Throws
  /// ``GroupFault``.
  func result(keyTypes: [DataType], _ entities: [Entity?], _ workers: RowWorkers) throws -> Batch {
    for found in breaks { found.finish() }
    // Without keys there is one group, even of no rows.
    let count = work.keyCount == 0 ? 1 : numbers.count
    let (order, own) = work.keyCount == 0 ? ([0], []) : ordered(keyTypes, entities)
    let keys = states.withReasons(own, of: order)
    do {
      let results = try states.results(of: order, count: count, workers)
      return Batch(columns: keys + results, count: order.count)
    } catch var fault as GroupFault {
      fault.keys = keys
      throw fault
    }
  }

  /// The groups in the order of their keys, and these.
  private func ordered(_ types: [DataType], _ entities: [Entity?]) -> ([Int], [Column]) {
    if let (groups, keys) = numbers.ordered(entities, isUsed: states.used) {
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
