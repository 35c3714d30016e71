import Columnar

/// Rows that are at hand, in one or more parts of one kind, and the morsels they are taken in.
struct PipelineRows: Sendable {
  let parts: [Batch]
  /// How many rows there are in all parts.
  let count: Int
  private let morsels: [Morsel]

  private struct Morsel {
    let part: Int
    let range: Range<Int>
  }

  /// Makes morsels of at most so many rows, none across two parts. There is at least one part.
  init(_ parts: [Batch], morselSize: Int) {
    self.parts = parts
    count = parts.reduce(0) { $0 + $1.count }
    var morsels: [Morsel] = []
    for (index, part) in parts.enumerated() {
      for lower in stride(from: 0, to: part.count, by: morselSize) {
        morsels.append(Morsel(part: index, range: lower..<min(lower + morselSize, part.count)))
      }
    }
    self.morsels = morsels
  }

  /// How many morsels there are.
  var morselCount: Int { morsels.count }

  /// The rows of a morsel.
  func span(_ index: Int) -> RowSpan {
    RowSpan(parts[morsels[index].part], morsels[index].range)
  }

  /// Columns like those of the parts, without rows.
  var template: Batch { parts[0].slice(0..<0) }
}

extension Batch {
  /// Parts of one kind: as they are, or made one where what is computed of a value could depend on
  /// the part it is in.
  static func alike(_ parts: [Batch], _ schema: Schema, threads: Int) -> [Batch] {
    guard let first = parts.first, parts.count > 1 else { return parts }
    let areAlike = parts.allSatisfy { part in
      zip(part.columns, first.columns).allSatisfy { $0.isLike($1) }
    }
    return areAlike ? parts : [Materialised.joined(parts, schema, threads: threads)]
  }
}

extension Column {
  /// Whether values are kept in the same way, so that the same can be made of them, part by part.
  fileprivate func isLike(_ other: Column) -> Bool {
    guard (coverage == nil) == (other.coverage == nil), type == other.type else { return false }
    if let packed, let theirs = other.packed { return packed.hasCodes(of: theirs) }
    guard packed == nil, other.packed == nil, scale == other.scale else { return false }
    return dictionary === other.dictionary
  }
}
