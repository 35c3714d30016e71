package import Columnar
import Threading

extension RowWorkers {
  /// So many threads, when there are many rows.
  package static func threads(_ count: Int) -> RowWorkers {
    RowWorkers { rows, body in Threads.ranges(rows, threads: count, body) }
  }
}
