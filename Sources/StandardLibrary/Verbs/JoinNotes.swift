import Columnar
import Planning

extension JoinRows {
  /// Says which keys matched nothing, and what else a reader should know.
  func say(
    _ pairs: RowPairs, _ left: Table, _ right: Table, _ keys: JoinNumbers, _ run: TransformRun
  ) {
    let keyed = kind == .full ? keys.left + keys.right : keys.left
    let lost = keyed.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
    if lost > 0 { run.note(Self.missingKeys(lost)) }
    if kind.addsColumns {
      let rows = pairs.left.indices.filter { pairs.right[$0] < 0 }.map { pairs.left[$0] }
      let distinct = Self.distinct(rows, keys.left)
      if !distinct.isEmpty { run.note(unmatched(distinct, left)) }
    }
    if kind == .full || kind == .inner {
      let distinct = Self.distinct(pairs.unmatched(right.count), keys.right)
      if !distinct.isEmpty { run.note(unused(distinct, right)) }
    }
    if let asof {
      let earlier = pairs.left.indices.reduce(0) { count, index in
        guard pairs.right[index] >= 0 else { return count }
        let own = left.columns[asof.pair.left].value(at: pairs.left[index])
        return count + (right.columns[asof.pair.right].value(at: pairs.right[index]) == own ? 0 : 1)
      }
      if earlier > 0 { run.note(Self.earlier(earlier)) }
    }
    sayNames(left, right, run.note)
  }

  /// Says which keys are names of regions.
  func sayNames(_ left: Table, _ right: Table, _ note: (Note) -> Void) {
    for pair in on {
      if let column = columnOfNames(left, right, pair) { note(Self.names(column)) }
    }
  }

  /// The first row of each key; rows without a key are left out.
  private static func distinct(_ rows: [Int], _ ids: [Int]) -> [Int] {
    var seen = Set<Int>()
    return rows.filter { ids[$0] >= 0 && seen.insert(ids[$0]).inserted }
  }

  /// The key column that holds names of regions rather than codes: at least half of its values.
  private func columnOfNames(_ left: Table, _ right: Table, _ pair: JoinPair) -> String? {
    guard let regions else { return nil }
    let sides = [
      (left.columns[pair.left], left.schema.fields[pair.left]),
      (right.columns[pair.right], right.schema.fields[pair.right]),
    ]
    return sides.first { column, field in
      guard field.entity == nil, let dictionary = column.dictionary else { return false }
      // Without a name among all texts there is none among those in use; rows are many.
      if dictionary.count < column.count / 16,
        !dictionary.entries.contains(where: { !regions.codes(named: $0).isEmpty })
      {
        return false
      }
      let isUsed = column.usedCodes
      let used = isUsed.indices.filter { isUsed[$0] }.map { dictionary.entries[$0] }
      let names = used.filter { regions.label(of: $0) == nil && !regions.codes(named: $0).isEmpty }
      return !used.isEmpty && names.count * 2 >= used.count
    }?.1.name
  }

  /// So many rows have no key.
  static func missingKeys(_ count: Int) -> Note {
    .counted(
      "missing-keys", count,
      dutch: (
        "regel met een ontbrekende sleutel past nergens bij",
        "regels met een ontbrekende sleutel passen nergens bij"
      ),
      english: ("row with a missing key matches nothing", "rows with a missing key match nothing"))
  }

  /// Keys of the left table, each with its first row, that are not in the other.
  func unmatched(_ rows: [Int], _ left: Table) -> Note {
    let (count, examples) = (
      rows.count,
      KeyText.examples(
        on.map { left.columns[$0.left] }, on.map { left.schema.fields[$0.left] }, rows)
    )
    let name = title.hasPrefix("`") ? String(title.dropFirst().dropLast()) : nil
    let dutch = "zonder regel in \(name ?? "de andere tabel"): \(examples)"
    let english = "without a row in \(name ?? "the other table"): \(examples)"
    return .counted(
      "unmatched-keys", count, dutch: ("sleutel \(dutch)", "sleutels \(dutch)"),
      english: ("key \(english)", "keys \(english)"))
  }

  /// Keys of the other table, each with its first row, that are not in the left one.
  func unused(_ rows: [Int], _ right: Table) -> Note {
    let (count, examples) = (
      rows.count,
      KeyText.examples(
        on.map { right.columns[$0.right] }, on.map { right.schema.fields[$0.right] }, rows)
    )
    let name = title.hasPrefix("`") ? String(title.dropFirst().dropLast()) : nil
    let dutch = "alleen in \(name ?? "de andere tabel"): \(examples)"
    let english = "only in \(name ?? "the other table"): \(examples)"
    return .counted(
      "unused-keys", count, dutch: ("sleutel \(dutch)", "sleutels \(dutch)"),
      english: ("key \(english)", "keys \(english)"))
  }

  private static func earlier(_ count: Int) -> Note {
    .counted(
      "asof-earlier", count,
      dutch: (
        "regel heeft een waarde van een eerdere periode",
        "regels hebben een waarde van een eerdere periode"
      ),
      english: ("row has a value of an earlier period", "rows have a value of an earlier period"))
  }

  private static func names(_ column: String) -> Note {
    Note(
      code: "joined-on-names",
      dutch: "`\(column)` bevat namen van gebieden: namen veranderen en zijn niet uniek, "
        + "koppel op de code",
      english: "`\(column)` holds names of regions: names change and are not unique, "
        + "join on the code")
  }
}
