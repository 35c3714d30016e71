import Columnar
import Planning

/// Adds values in percent of the totals of their levels.
struct ShareRows: TableTransform {
  /// A measure and the columns whose values part its totals.
  struct Part: Sendable {
    let column: Int
    let levels: [Int]
  }

  let parts: [Part]
  let summary = "share"

  func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<any TableTransform>? {
    let count = input.fields.count
    let added = parts.indices.filter { wanted.contains(count + $0) }
    let own = Set(added.flatMap { [parts[$0].column] + parts[$0].levels })
    return Self.passing(wanted, of: count, own: own, added: added) { kept in
      ShareRows(
        parts: added.map { index in
          Part(
            column: kept.place(of: parts[index].column),
            levels: parts[index].levels.map(kept.place))
        })
    }
  }

  func apply(_ input: Table, _ run: TransformRun) -> Batch {
    Batch(
      columns: input.columns + parts.map { Self.column($0, input) }, count: input.count)
  }

  private static func column(_ part: Part, _ input: Table) -> Column {
    var encoder = KeyEncoder(columnCount: part.levels.count)
    let groups = encoder.encode(part.levels.map { input.columns[$0] }, count: input.count).ids
    let source = input.columns[part.column]
    guard let numbers = source.numbers else { return source }
    var totals = [ExactSum](repeating: ExactSum(), count: encoder.count)
    var known = [Int](repeating: 0, count: encoder.count)
    var all = known
    for row in 0..<input.count {
      let group = Int(groups[row])
      let isKnown = (source.missing?[row] ?? 0) == 0
      known[group] += source.coverage.map { Int($0.known[row]) } ?? (isKnown ? 1 : 0)
      all[group] += source.coverage.map { Int($0.all[row]) } ?? 1
      if isKnown { totals[group].add(numbers[row]) }
    }
    let sums = totals.map(\.value)
    var values = [Double](repeating: 0, count: input.count)
    var missing = source.missing ?? [UInt8](repeating: 0, count: input.count)
    for row in 0..<input.count where missing[row] == 0 {
      let total = sums[Int(groups[row])]
      let share = numbers[row] / total * 100
      if total == 0 {
        missing[row] = MissingReason.divisionByZero.rawValue
      } else if share.isFinite {
        values[row] = share
      } else {
        missing[row] = MissingReason.outOfDomain.rawValue
      }
    }
    return Column(
      .number(values, scale: nil), missing: missing,
      coverage: coverage(source, groups, known: known, all: all))
  }

  /// The least covered of the cell and its total; nil when everything is known.
  private static func coverage(
    _ source: Column, _ groups: [UInt32], known: [Int], all: [Int]
  ) -> Coverage? {
    guard zip(known, all).contains(where: { $0 < $1 }) else { return source.coverage }
    let totals = Coverage(
      known: groups.map { Int32(clamping: known[Int($0)]) },
      all: groups.map { Int32(clamping: all[Int($0)]) })
    var total = source
    total.coverage = totals
    return MissingMasks.leastCovered(source.coverage == nil ? [total] : [source, total])
  }
}
