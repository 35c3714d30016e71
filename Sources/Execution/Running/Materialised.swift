import Columnar
import Synchronization
import Threading

/// Batches joined into whole columns, for operators that need every row.
enum Materialised {
  /// The columns of all batches one after another.
  static func columns(_ batches: [Batch], schema: Schema) -> [Column] {
    schema.fields.indices.map { index in
      Column.concatenate(batches.map { $0.columns[index] }, type: schema.fields[index].type)
    }
  }

  /// All batches as one, columns joined side by side. There is at least one batch.
  static func joined(_ batches: [Batch], _ schema: Schema, threads: Int) -> Batch {
    if batches.count == 1 { return batches[0] }
    let types = schema.fields.map(\.type)
    let columns = Joined(count: types.count)
    let workers = max(1, min(threads, types.count))
    Threads.run(workers) { worker in
      for index in stride(from: worker, to: types.count, by: workers) {
        let whole = Column.concatenate(batches.map { $0.columns[index] }, type: types[index])
        columns.columns.withLock { $0[index] = whole }
      }
    }
    return Batch(
      columns: columns.columns.withLock { $0 }.compactMap { $0 },
      count: batches.reduce(0) { $0 + $1.count })
  }

  private final class Joined: Sendable {
    let columns: Mutex<[Column?]>
    init(count: Int) { columns = Mutex([Column?](repeating: nil, count: count)) }
  }
}
