import Columnar
import Planning
import QuerySyntax
import SourceText

/// Total rows beside the groups: `by province, year with totals`.
enum Totals {
  /// The value a total row has in the column it is the total of.
  static let word = "Totaal"

  /// What help says about `with totals`.
  static let rule =
    "`with totals` adds rows over all values of each text column after `by`, alone and together, "
    + "named \"Totaal\" and marked as totals: further verbs do not add them to their parts."

  /// The columns that get totals; empty without the clause, nil when it is wrong.
  static func columns(_ call: VerbCall, keys: [Int], _ planner: inout Planner) -> [Int]? {
    guard let items = call.clause("with") else { return [] }
    guard let item = planner.single(items, of: call, "word `totals` after `with`") else {
      return nil
    }
    guard case .name(let name) = item.value, name.text == "totals" else {
      planner.report(
        "expected-totals", "only totals can be added", at: item.range, label: "write `with totals`")
      return nil
    }
    let schema = call.schema
    let columns = keys.filter { key in
      let field = schema.fields[key]
      return field.type == .text && field.role != .time && field.role != .edition
        && schema.variant != field.name
    }
    if let taken = columns.first(where: { key in
      schema.totals.contains { $0.column == schema.fields[key].name && $0.isDeclared }
    }) {
      planner.report(
        "totals-twice", "`\(schema.fields[taken].name)` has total rows already", at: item.range,
        notes: ["leave them out with `where` first, or leave out `with totals`"])
      return nil
    }
    guard !columns.isEmpty else {
      planner.report(
        "no-total-key", "there is no text column after `by` to give the totals of",
        at: item.range, notes: ["a number can be made a text: `derive nr = text(number)`"])
      return nil
    }
    guard columns.count <= 6 else {
      planner.report(
        "too-many-totals", "totals are given for at most 6 columns", at: item.range)
      return nil
    }
    return columns
  }

  /// The grouping of the rows and of their copies that stand for totals, in order with the totals
  /// behind their parts.
  static func plan(
    _ input: LogicalPlan, _ grouping: Grouping, totals: [Int], schema: Schema
  ) -> LogicalPlan {
    var schema = schema
    let names = totals.map { input.schema.fields[$0].name }
    schema.totals += names.map { Schema.Total(column: $0, value: word) }
    let copied = LogicalPlan(
      .transform(input, TotalCopies(columns: totals)), schema: input.schema, fixed: input.fixed,
      timeFiltered: input.timeFiltered)
    let fixed = input.fixed.intersection(schema.names).subtracting(names)
    let grouped = LogicalPlan(
      .aggregate(copied, grouping), schema: schema, fixed: fixed,
      timeFiltered: input.timeFiltered)
    return LogicalPlan(
      .transform(grouped, TotalsLast(keyCount: grouping.keys.count)), schema: schema,
      fixed: fixed, timeFiltered: input.timeFiltered)
  }
}

/// Gives the rows again for each combination of columns whose values become the total.
private struct TotalCopies: TableTransform {
  let columns: [Int]
  var summary: String { "copy rows for totals" }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    for index in columns {
      guard case .text(let codes, let dictionary) = input.columns[index].storage,
        let code = dictionary.entries.firstIndex(of: Totals.word),
        let row = codes.indices.first(where: {
          Int(codes[$0]) == code && input.columns[index].reason(at: $0) == nil
        })
      else { continue }
      throw EvaluationFault(
        code: "totals-twice",
        "`\(input.schema.fields[index].name)` has a total already: \"\(Totals.word)\"", row: row,
        notes: ["leave it out with `where` first, or declare it with `total`"])
    }
    var parts = input.columns.map { [$0] }
    let masks = 1 << columns.count
    for mask in 1..<masks {
      for index in input.columns.indices {
        let place = columns.firstIndex(of: index)
        let isTotal = place.map { mask & (1 << $0) != 0 } ?? false
        parts[index].append(
          isTotal
            ? .constant(.text(Totals.word), .text, count: input.count) : input.columns[index])
      }
    }
    return Batch(
      columns: parts.indices.map {
        Column.concatenate(parts[$0], type: input.schema.fields[$0].type)
      }, count: input.count * masks)
  }
}

/// Puts total rows behind the rows they are the total of.
private struct TotalsLast: TableTransform {
  let keyCount: Int
  var summary: String { "order totals" }

  func apply(_ input: Table, _ run: TransformRun) -> Batch {
    let keys = (0..<keyCount).map { index -> [Int] in
      let column = input.columns[index]
      var ranks = column.ranks(entity: input.schema.fields[index].entity)
      let isTotalled = input.schema.totals.contains {
        $0.column == input.schema.fields[index].name && $0.value == Totals.word
      }
      guard isTotalled, case .text(let codes, let dictionary) = column.storage else { return ranks }
      for row in ranks.indices {
        if column.reason(at: row) != nil {
          ranks[row] = .max - 1
        } else if dictionary.entries[Int(codes[row])] == Totals.word {
          ranks[row] = .max
        }
      }
      return ranks
    }
    let order = (0..<input.count).sorted { left, right in
      for ranks in keys where ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
      return left < right
    }
    return Batch(columns: input.columns.map { $0.gather(order) }, count: input.count)
  }
}
