extension RandomProgram {
  /// A stage any table can have; the columns are then those it leaves.
  mutating func stage() -> String {
    let measures = columns.filter { $0.role == .measure }
    let groups = random.some(random.next(3), of: columns.filter { $0.kind == .text })
    switch random.next(16) {
    case 0, 1: return "where \(expression(.boolean, 3))"
    case 2, 3: return derive()
    case 4: return "sort " + list(columns) { $0.oneIn(2) ? "-" : "" }
    case 5: return "\(random.one(of: ["take", "skip"])) \(random.next(20))"
    case 6, 7: return summarise(by: groups)
    case 8:
      guard let value = some(1, .integer, .number).first else { return "take 12" }
      let word = random.one(of: ["top", "bottom"])
      return "\(word) \(1 + random.next(4)) by \(value.name)" + clause("within", groups)
    case 9: return window(by: groups)
    case 10:
      let kept = random.some(1 + random.next(3), of: columns)
      columns = kept.map { Column(name: $0.name, kind: $0.kind, isLabelled: $0.isLabelled) }
      return "distinct " + kept.map(\.name).joined(separator: ", ")
    case 11:
      let place = random.next(columns.count)
      let old = columns[place].name
      columns[place].name = name()
      return "rename \(columns[place].name) = \(old)"
    case 12: return join()
    case 13:
      guard let value = measures.first else { return "describe | take 3 | \(restart())" }
      return "rank \(value.name)" + clause("within", groups) + added(value.name + "_rank", .integer)
    case 14 where groups.count == 2 && !measures.isEmpty: return pivot(groups, measures[0])
    default: return "sample \(1 + random.next(15)) seed \(random.next(9))"
    }
  }

  /// Names of some columns, with something before each.
  private mutating func list(
    _ columns: [Column], _ sign: (inout RandomNumbers) -> String
  ) -> String {
    random.some(1 + random.next(3), of: columns).map { sign(&random) + $0.name }
      .joined(separator: ", ")
  }

  func clause(_ word: String, _ columns: [Column]) -> String {
    columns.isEmpty ? "" : " \(word) " + columns.map(\.name).joined(separator: ", ")
  }

  /// Notes a new column; stands behind the text of the stage that adds it.
  private mutating func added(_ name: String, _ kind: Column.Kind) -> String {
    columns.removeAll { $0.name == name }
    columns.append(Column(name: name, kind: kind))
    return ""
  }

  /// A table of one text: for what cannot go on with the columns there are.
  private mutating func restart() -> String {
    columns = [Column(name: "column", kind: .text, isLabelled: true)]
    return "select column"
  }

  private mutating func derive() -> String {
    let kind = random.one(of: [Column.Kind.integer, .number, .number, .text, .boolean, .day])
    let (value, column) = (expression(kind, 3), name())
    return "derive \(column) = \(value)" + added(column, kind)
  }

  private mutating func summarise(by groups: [Column]) -> String {
    let values = random.some(1 + random.next(3), of: columns.filter { !groups.contains($0) })
    guard !values.isEmpty else { return "take 9" }
    var results: [Column] = []
    let items = values.map { column -> String in
      var aggregates = ["count(\(column.name))", "count()", "count_distinct(\(column.name))"]
      var kind = Column.Kind.integer
      if [.integer, .number].contains(column.kind), column.role != .time {
        if random.next(4) > 0 {
          kind = .number
          aggregates = [
            "mean(", "median(", "sd(", "variance(", "quantile(", "coverage(", "mean(", "sum(1.0 * ",
          ].map { $0 + column.name + ($0 == "quantile(" ? ", 0.3)" : ")") }
        }
      }
      let result = name()
      results.append(Column(name: result, kind: kind, role: .measure))
      return "\(result) = \(random.one(of: aggregates))"
    }
    columns = groups + results
    return "summarise " + items.joined(separator: ", ") + clause("by", groups)
  }

  private mutating func window(by groups: [Column]) -> String {
    guard let value = some(1, .integer, .number).first else { return "skip 1" }
    let order = random.one(of: columns).name
    let (form, kind) = random.one(of: [
      ("lag(\(value.name), order: \(order))", value.kind),
      ("lead(\(value.name), 2, order: \(order))", value.kind),
      ("row_number(order: \(order))", .integer), ("rank(\(value.name))", .integer),
      ("dense_rank(-\(value.name))", .integer),
    ])
    let column = name()
    return "derive \(column) = \(form)" + clause("by", groups) + added(column, kind)
  }

  private mutating func join() -> String {
    guard let key = columns.first(where: { $0.kind == .text && !$0.isLabelled }) else {
      return "take 30"
    }
    let (place, count) = (name(), name())
    let kind = random.one(of: ["left", "inner", "full", "semi", "anti"])
    if !["semi", "anti"].contains(kind) {
      columns.append(Column(name: count, kind: .integer, role: .measure))
    }
    return "join (feiten | summarise \(count) = count(m) by plaats | rename \(place) = plaats) "
      + "on \(key.name) = \(place) kind \(kind)"
  }

  private mutating func pivot(_ groups: [Column], _ measure: Column) -> String {
    let text = "summarise w = count() by \(groups[0].name), \(groups[1].name)"
    columns = [groups[0]]
    return text + " | pivot w by \(groups[1].name) | select \(groups[0].name)"
  }

  /// A stage over the series of `reeks`.
  mutating func timeStage() -> String {
    let m = random.one(of: ["n", "x"])
    let kind: Column.Kind = .number
    switch random.next(8) {
    case 0:
      guard !columns.contains(where: { $0.name == m + "_prior" }) else { return "take 50" }
      return "yoy \(m)" + added(m + "_prior", kind) + added(m + "_change", kind)
        + added(m + "_growth", kind)
    case 1: return "complete code, jaar in 2011..2016"
    case 2: return "where jaar != \(2012 + random.next(8))"
    case 3: return "index \(m) base \(2012 + random.next(5))" + added(m + "_index", kind)
    default:
      let column = name()
      let form = random.one(of: [
        "prior(\(m))", "change(\(m), 2)", "growth(\(m))", "index(\(m), base: 2014)",
        "rolling_mean(\(m), 3)", "rolling_sum(\(m), 2, at_least: 1)", "cumulative(\(m))",
        "cagr(\(m), from: 2012, to: 2015)", "at(\(m), 2013)",
      ])
      return "derive \(column) = \(form)" + added(column, kind)
    }
  }
}
