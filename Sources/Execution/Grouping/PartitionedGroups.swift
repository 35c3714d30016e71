import Columnar
import Planning

/// Groups rows by the cells of a large grid, part by part: the groups of a part stay in the cache,
/// and parts are worked on side by side. The groups come out in the order of their keys.
struct PartitionedGroups {
  private let work: GroupWork
  private let run: PipelineRun
  private let grid: OrderedGrid
  private let parts: GridParts

  /// For grids that are larger than a morsel and no larger than rows make worthwhile; else nil.
  init?(_ work: GroupWork, _ run: PipelineRun, _ entities: [Entity?]) {
    let rows = run.pipeline.rows.count
    let most = max(1 << 20, min(rows, 1 << 26) * 4)
    let size = run.context.batchSize
    guard work.breaks.isEmpty,
      let grid = OrderedGrid(
        Array(run.pipeline.template.columns.prefix(work.keyCount)), entities, most: most),
      grid.cellCount > size
    else { return nil }
    self.work = work
    self.run = run
    self.grid = grid
    parts = GridParts(cellCount: grid.cellCount, size: size)
  }

  /// How groups are found and why.
  var choice: String { "a grid of \(grid.cellCount) cells" + parts.counted }

  /// The groups in one or more batches; nil when they cannot be told part by part: a group has a
  /// fault, or only some parts have coverage. Throws faults of the rows.
  func batches() throws -> [Batch]? {
    let scattered = ScatteredMorsels<UInt32>(run.pipeline.rows.morselCount)
    let (work, grid, parts) = (work, grid, parts)
    try run.run { _, morsel, batch in
      let keys = Array(batch.columns.prefix(work.keyCount))
      let cells = grid.cells(keys, count: batch.count)
      scattered.set(morsel, ScatteredRows(batch, cells, work, parts))
    }
    let morsels = scattered.all
    let template = run.pipeline.template
    let rows = run.pipeline.rows.count
    let results = try SideBySide.results(parts.count, run.context, step: run.step) { part in
      let own = morsels.filter { $0.hasRows(of: part) }
      guard !own.isEmpty else { return PartResult?.none }
      let count = parts.size(of: part)
      var states = GroupStates(work, template: template, groups: count, rows: rows)
      let first = parts.first(of: part)
      for morsel in own {
        let rows = morsel.rows(of: part, work)
        states.update(
          rows.columns, masks: rows.masks, groups: rows.cells.map { $0 &- first }, count: count)
      }
      let groups = states.groupsWithRows
      return PartResult(
        states, keys: grid.keys(of: groups.map { Int(first) + $0 }), groups: groups, count: count)
    }
    return PartResult.batches(results.compactMap { $0 })
  }
}

/// The groups of a part.
struct PartResult: Sendable {
  /// Nil when a group has a fault.
  private var batch: Batch?
  /// For each column how much of each group is known, where that could be its coverage.
  private let counts: [Coverage?]

  /// The groups wanted of `count` in all, with their keys.
  init(_ states: GroupStates, keys: [Column], groups: [Int], count: Int) {
    var keys = keys
    let results = try? states.results(of: groups, keys: &keys, count: count)
    batch = results.map { Batch(columns: keys + $0, count: groups.count) }
    let isWhole = results?.contains { $0.coverage == nil } ?? false
    counts =
      keys.map { _ in nil }
      + (isWhole
        ? states.counts(of: groups, count: count) : results?.map { _ in nil } ?? [])
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
