import Columnar
import Planning
import QuerySyntax

/// Reading the keys of a join.
enum JoinKeys {
  /// The columns named after `on`; nil when a fault was reported.
  static func pairs(
    _ call: VerbCall, _ right: Schema, hasAsof: Bool, _ planner: inout Planner
  ) -> [JoinPair]? {
    guard let items = call.clause("on") else {
      if hasAsof { return [] }
      let shared = call.schema.fields.filter { field in
        isKey(field.role) && right.index(of: field.name) != nil
      }
      planner.report(
        "missing-item", "it is not said which keys must be equal", at: call.stage.range,
        label: shared.isEmpty
          ? "add `on KEY` or `on LEFT = RIGHT`"
          : "add `on \(shared.map(\.name).joined(separator: ", "))`",
        notes: ["columns of the other table: " + right.names.joined(separator: ", ")])
      return nil
    }
    var result: [JoinPair] = []
    for item in items {
      guard let pair = pair(item, call.schema, right, &planner) else { continue }
      if result.contains(where: { $0.left == pair.left || $0.right == pair.right }) {
        planner.report("column-twice", "this key is named twice", at: item.range)
        continue
      }
      result.append(pair)
    }
    return result.count == items.count ? result : nil
  }

  /// The clause `asof`: nil in nil when it was not written, nil when it is wrong.
  static func asof(_ call: VerbCall, _ right: Schema, _ planner: inout Planner) -> JoinAsof?? {
    guard let items = call.clause("asof") else {
      if let range = call.clauseRange("max") {
        planner.report(
          "max-without-asof", "`max` belongs to `asof`", at: range,
          label: "add `asof TIME`")
        return nil
      }
      return .some(nil)
    }
    guard let item = planner.single(items, of: call, "time column after `asof`"),
      let pair = pair(item, call.schema, right, &planner),
      let limit = planner.wholeNumber(after: "max", of: call, atLeast: 0)
    else { return nil }
    let type = call.schema.fields[pair.left].type
    guard type == .integer || type == .date || type == .period else {
      planner.report(
        "wrong-type", "`asof` needs years, dates or periods", at: item.range,
        label: "this is \(type.phrase)")
      return nil
    }
    return .some(JoinAsof(pair: pair, limit: limit))
  }

  private static func isKey(_ role: Role) -> Bool {
    switch role {
    case .key, .candidateKey, .time, .edition: true
    case .measure, .attribute, .note: false
    }
  }

  /// A name in both tables, or `left = right`.
  private static func pair(
    _ item: Item, _ left: Schema, _ right: Schema, _ planner: inout Planner
  ) -> JoinPair? {
    if let of = item.of {
      planner.report("unexpected-of", "`of` has no meaning here", at: of.range)
    }
    let first =
      item.name.map { planner.column($0, in: left) } ?? planner.column(item.value, in: left)
    guard let first else { return nil }
    guard let second = planner.column(item.value, in: right) else { return nil }
    let types = (left.fields[first].type, right.fields[second].type)
    let isNumeric = types.0.isNumeric && types.1.isNumeric
    guard types.0 == types.1 || isNumeric else {
      planner.report(
        "wrong-type",
        "keys must have one type: \(types.0.phrase) here, \(types.1.phrase) in the other table",
        at: item.range, notes: advice(types.0, types.1, left.fields[first].name))
      return nil
    }
    return JoinPair(left: first, right: second)
  }

  private static func advice(_ left: DataType, _ right: DataType, _ name: String) -> [String] {
    if left == .text || right == .text {
      let other = left == .text ? right : left
      return other.isNumeric
        ? ["read it as text with `types \(name): text`, or convert: `derive key = text(…)`"] : []
    }
    if left == .period || right == .period {
      return ["take the year of the period: `derive y = year(…)`"]
    }
    return []
  }
}
