import Columnar
import Planning

/// The groups of a part.
struct PartResult: Sendable {
  /// Nil when a group has a fault.
  private var batch: Batch?
  /// For each column how much of each group is known, where that could be its coverage.
  private let counts: [Coverage?]

  /// Some groups, of `count` in all, or those of them that are wanted; `keys` gives theirs.
  init(
    _ states: GroupStates, _ groups: [Int], count: Int, _ narrowing: Narrowing?,
    keys: ([Int]) -> [Column]
  ) {
    do {
      var results = try states.results(of: groups, count: count)
      let isWhole = results.contains { $0.coverage == nil }
      var groups = groups
      if let narrowing {
        let rows = try Self.rows(narrowing, of: groups, results, states, keys)
        groups = rows.map { groups[$0] }
        results = results.map { $0.gather(rows) }
      }
      let keys = states.withReasons(keys(groups), of: groups)
      batch = Batch(columns: keys + results, count: groups.count)
      counts =
        keys.map { _ in nil }
        + (isWhole ? states.counts(of: groups, count: count) : results.map { _ in nil })
    } catch {
      // Which fault is told of is decided over all parts.
      batch = nil
      counts = []
    }
  }

  /// The rows wanted of groups with their results; keys are only made when they are looked at.
  private static func rows(
    _ narrowing: Narrowing, of groups: [Int], _ results: [Column], _ states: GroupStates,
    _ keys: ([Int]) -> [Column]
  ) throws -> [Int] {
    let isKeyed = narrowing.columns.contains { $0 < states.keyCount }
    let columns =
      isKeyed
      ? states.withReasons(keys(groups), of: groups)
      : [Column](repeating: Column(.boolean([])), count: states.keyCount)
    return try narrowing.rows(Batch(columns: columns + results, count: groups.count))
  }

  /// The batches of all parts; nil when there are none, one has a fault, or it cannot be told what
  /// the coverage of a column is.
  static func batches(_ parts: [PartResult]) -> [Batch]? {
    var batches = parts.compactMap(\.batch)
    guard let first = batches.first, batches.count == parts.count else { return nil }
    for index in first.columns.indices {
      let has = batches.map { $0.columns[index].coverage != nil }
      // One partly known group gives the whole column coverage.
      guard has.contains(true) else { continue }
      for part in batches.indices where !has[part] {
        guard let counts = parts[part].counts[index] else { return nil }
        batches[part].columns[index].coverage = counts
      }
    }
    return batches
  }
}
