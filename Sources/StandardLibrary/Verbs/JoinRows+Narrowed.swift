import Columnar
import Planning

extension JoinRows {
  /// The join over the keys and the wanted columns of both tables.
  func narrowed(to wanted: Set<Int>, of left: Schema, _ right: Schema) -> NarrowedStep<
    any TableCombination
  >? {
    let count = left.fields.count
    let pairs = on + (asof.map { [$0.pair] } ?? [])
    let first = KeptColumns(
      wanted.filter { $0 < count }.union(pairs.map(\.left)))
    let passed = taken.indices.filter { wanted.contains(count + $0) }
    let second = KeptColumns(Set(passed.map { taken[$0] } + pairs.map(\.right)))
    func moved(_ pair: JoinPair) -> JoinPair {
      JoinPair(left: first.place(of: pair.left), right: second.place(of: pair.right))
    }
    let rows = JoinRows(
      on: on.map(moved), asof: asof.map { JoinAsof(pair: moved($0.pair), limit: $0.limit) },
      kind: kind, isMany: isMany, taken: passed.map { second.place(of: taken[$0]) }, title: title,
      regions: regions, file: file, range: range, looksUpRows: looksUpRows)
    // The period found by `asof` stands last.
    let last = asof == nil || !kind.addsColumns ? [] : [count + taken.count]
    return NarrowedStep(
      rows, inputs: [first, second],
      outputs: KeptColumns(Set(first.positions + passed.map { count + $0 } + last)))
  }
}
