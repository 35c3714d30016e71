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
    let size = run.context.batchSize
    guard work.breaks.isEmpty,
      let grid = OrderedGrid(
        Array(run.pipeline.template.columns.prefix(work.keyCount)), entities,
        most: Self.mostCells(rows)),
      grid.cellCount > size
    else { return nil }
    self.work = work
    self.run = run
    self.grid = grid
    parts = GridParts(cellCount: grid.cellCount, size: size)
  }

  /// A grid of no more cells than this is worth its memory, for so many rows.
  static func mostCells(_ rows: Int) -> Int { max(1 << 20, min(rows, 1 << 26) * 4) }

  /// How groups are found and why.
  var choice: String { "a grid of \(grid.cellCount) cells" + parts.counted }

  /// The groups in one or more batches; nil when they cannot be told part by part: a group has a
  /// fault, or only some parts have coverage. Throws faults of the rows.
  ///
  /// - Parameter narrowing: which groups are wanted of each part, when not all are.
  func batches(_ narrowing: Narrowing?) throws -> [Batch]? {
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
      return PartResult(states, groups, count: count, narrowing) { groups in
        grid.keys(of: groups.map { Int(first) + $0 })
      }
    }
    return PartResult.batches(results.compactMap { $0 })
  }
}
