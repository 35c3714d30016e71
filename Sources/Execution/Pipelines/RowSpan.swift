import Columnar
import Planning

/// Rows of a batch that follow each other, not cut out of it yet.
struct RowSpan {
  let batch: Batch
  /// Where they stand; all places are below 2^32.
  let range: Range<Int>

  /// Some rows of a batch.
  init(_ batch: Batch, _ range: Range<Int>) {
    let isFar = range.upperBound > Int(UInt32.max)
    self.batch = isFar ? batch.slice(range) : batch
    self.range = isFar ? 0..<range.count : range
  }

  /// All rows of a batch.
  init(_ batch: Batch) {
    self.batch = batch
    range = 0..<batch.count
  }

  /// How many rows there are.
  var count: Int { range.count }

  /// The rows, cut out.
  var rows: Batch { batch.slice(range) }

  /// The first of the rows.
  func prefix(_ count: Int) -> RowSpan {
    RowSpan(batch, range.prefix(count))
  }

  /// The rows of some columns, cut out; the others are not to be looked at.
  func rows(of columns: Set<Int>) -> Batch {
    if range == 0..<batch.count { return batch }
    let unseen = Column(.boolean([]))
    return Batch(
      columns: batch.columns.indices.map {
        columns.contains($0) ? batch.columns[$0].slice(range) : unseen
      }, count: count)
  }
}

extension Batch {
  /// The rows of a range.
  func slice(_ range: Range<Int>) -> Batch {
    if range == 0..<count { return self }
    return Batch(columns: columns.map { $0.slice(range) }, count: range.count)
  }
}
