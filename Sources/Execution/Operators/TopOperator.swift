import Columnar
import Planning

/// The first rows by a value within groups; ties are kept and said, missing values never rank.
final class TopOperator: Operator {
  private let input: any Operator
  private let ranking: Ranking
  private let context: ExecutionContext
  private var isDone = false

  init(_ input: any Operator, _ ranking: Ranking, context: ExecutionContext) {
    self.input = input
    self.ranking = ranking
    self.context = context
  }

  var schema: Schema { input.schema }
  var inputs: [any Operator] { [input] }
  var summary: String { "\(ranking.isDescending ? "Top" : "Bottom") \(ranking.count)" }

  func next() throws -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    let all = try input.all(in: context)
    context.tell(ranking.isDescending ? "top" : "bottom")
    let value = try RowCounter.run(all, schema) { try ExprEvaluator.evaluate(ranking.by, $0) }
    let ranks = value.ranks(entity: ranking.by.meaning.entity)
    try context.checkCancellation()
    var groupKeys = ranking.within.map { index in
      RowOrder.Key(
        ranks: all.columns[index].ranks(entity: schema.fields[index].entity), isDescending: false)
    }
    let groups = KeyedRows.ids(ranking.within.map { all.columns[$0] }, count: all.count)
    groupKeys.append(RowOrder.Key(ranks: ranks, isDescending: ranking.isDescending))
    try context.checkCancellation()
    let order = RowOrder.sorted(all.count, by: groupKeys)
    let kept = select(order, groups: groups, ranks: ranks)
    return Batch(columns: all.columns.map { $0.gather(kept) }, count: kept.count)
  }

  private func select(_ order: [Int], groups: [UInt32], ranks: [Int]) -> [Int] {
    var kept: [Int] = []
    var taken: [UInt32: (count: Int, last: Int)] = [:]
    var ties = 0
    var unranked = 0
    for row in order {
      guard ranks[row] != Int.max else {
        unranked += 1
        continue
      }
      let state = taken[groups[row]] ?? (0, Int.min)
      if state.count >= ranking.count {
        guard state.last == ranks[row] else { continue }
        ties += 1
      }
      kept.append(row)
      taken[groups[row]] = (state.count + 1, ranks[row])
    }
    if ties > 0 {
      context.note(
        Note(
          code: "ties-kept",
          dutch: ties == 1
            ? "1 regel extra: gelijke waarden op de laatste plaats blijven staan"
            : "\(ties) regels extra: gelijke waarden op de laatste plaats blijven staan",
          english: ties == 1
            ? "1 row more: ties for the last place are kept"
            : "\(ties) rows more: ties for the last place are kept"))
    }
    if unranked > 0 {
      context.note(
        Note(
          code: "not-ranked",
          dutch: unranked == 1
            ? "1 regel zonder waarde doet niet mee"
            : "\(unranked) regels zonder waarde doen niet mee",
          english: unranked == 1
            ? "1 row without a value is not ranked"
            : "\(unranked) rows without a value are not ranked"))
    }
    return kept
  }
}

/// Numbers rows by their keys.
enum KeyedRows {
  /// Equal keys get equal numbers.
  static func ids(_ keys: [Column], count: Int) -> [UInt32] {
    var encoder = KeyEncoder(columnCount: keys.count)
    return encoder.encode(keys, count: count).ids
  }
}
