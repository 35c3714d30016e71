import Columnar
import Planning

/// Groups rows by keys that form no grid, or one with too many cells: rows are put in parts by the
/// first bits of their keys and those of a part in order, in the cache and side by side. The groups
/// come out in the order of their keys.
struct SparseGroups {
  private let work: GroupWork
  private let run: PipelineRun
  private let bits: KeyBits
  private let parts: GridParts

  /// For keys that are packed; else nil.
  init?(_ work: GroupWork, _ run: PipelineRun, _ entities: [Entity?]) {
    let keys = Array(run.pipeline.template.columns.prefix(work.keyCount))
    let rows = run.pipeline.rows.count
    guard work.breaks.isEmpty, rows > 0, KeyGrid(keys, most: Self.mostCells(rows)) == nil,
      let bits = KeyBits(keys, entities)
    else { return nil }
    self.work = work
    self.run = run
    self.bits = bits
    parts = GridParts(bits: bits.count, rows: rows)
  }

  /// A grid of no more cells than this is worth its memory, whatever rows it has.
  private static func mostCells(_ rows: Int) -> Int { max(1 << 20, min(rows, 1 << 26) * 2) }

  /// How groups are found and why.
  var choice: String {
    "keys of \(bits.count) bits in order, too many for a grid" + parts.counted
  }

  /// The groups in one or more batches; nil when they cannot be told part by part, as
  /// ``PartitionedGroups/batches()``. Throws faults of the rows.
  func batches(_ narrowing: Narrowing?) throws -> [Batch]? {
    let scattered = ScatteredMorsels<UInt64>(run.pipeline.rows.morselCount)
    let (work, bits, parts) = (work, bits, parts)
    try run.run { _, morsel, batch in
      let keys = Array(batch.columns.prefix(work.keyCount))
      let cells = bits.cells(keys, count: batch.count)
      scattered.set(morsel, ScatteredRows(batch, cells, work, parts))
    }
    let morsels = scattered.all
    let template = run.pipeline.template
    let rows = run.pipeline.rows.count
    let results = try SideBySide.results(parts.count, run.context, step: run.step) { part in
      let own = morsels.filter { $0.hasRows(of: part) }.map { $0.rows(of: part, work) }
      guard !own.isEmpty else { return PartResult?.none }
      let numbered = CellOrder.numbered(own.map(\.cells), bits: parts.bits)
      let count = numbered.cells.count
      var states = GroupStates(work, template: template, groups: 0, rows: rows)
      for (rows, groups) in zip(own, numbered.groups) {
        states.update(rows.columns, masks: rows.masks, groups: groups, count: count)
      }
      let cells = numbered.cells
      return PartResult(states, Array(0..<count), count: count, narrowing) { groups in
        bits.keys(of: groups.count == count ? cells : groups.map { cells[$0] })
      }
    }
    return PartResult.batches(results.compactMap { $0 })
  }
}
