package import Columnar
package import QuerySyntax
package import SourceText

/// A verb with its items and clauses, and the plan it works on.
package struct VerbCall: Sendable {
  package let verb: Verb
  package let stage: Stage
  package let input: LogicalPlan

  /// The input's columns.
  package var schema: Schema { input.schema }

  /// The verb's items.
  package var items: [Item] { stage.items }

  /// All items of the clauses with a word; nil when the clause was not written.
  package func clause(_ word: String) -> [Item]? {
    let clauses = stage.clauses(word)
    return clauses.isEmpty ? nil : clauses.flatMap(\.items)
  }

  /// Where a clause stands.
  package func clauseRange(_ word: String) -> SourceRange? { stage.clauses(word).first?.range }
}

extension Planner {
  /// Positions of the columns that items name, in order: names, integers as names, and ranges
  /// of columns. Reports names that are not there and columns named twice.
  package mutating func columns(_ items: [Item], in schema: Schema) -> [Int] {
    var result: [Int] = []
    for item in items {
      if let of = item.of {
        report("unexpected-of", "`of` has no meaning here", at: of.range)
      }
      for index in columns(item.value, in: schema) {
        if result.contains(index) {
          report(
            "column-twice", "the column `\(schema.fields[index].name)` is named twice",
            at: item.range)
        } else {
          result.append(index)
        }
      }
    }
    return result
  }

  private mutating func columns(_ expr: Expr, in schema: Schema) -> [Int] {
    guard case .range(let lower, let upper, let range) = expr else {
      return column(expr, in: schema).map { [$0] } ?? []
    }
    let first = lower.map { column($0, in: schema) } ?? 0
    let last = upper.map { column($0, in: schema) } ?? schema.fields.count - 1
    guard let first, let last else { return [] }
    guard first <= last else {
      report(
        "empty-range", "this range of columns is empty", at: range,
        label: "`\(schema.fields[last].name)` stands before `\(schema.fields[first].name)`")
      return []
    }
    return Array(first...last)
  }

  /// The position of the column an expression names.
  package mutating func column(_ expr: Expr, in schema: Schema) -> Int? {
    switch expr {
    case .name(let name): return column(name, in: schema)
    case .literal(.integer(let value), let range):
      return column(Name(String(value), range), in: schema)
    case .invalid: return nil
    case .literal(.text(let text), let range) where schema.index(of: text) != nil:
      report(
        "text-for-column", "a column is written without quotes", at: range,
        label: "write `\(text)`")
      return nil
    case .unary(.negate, .name(let name), let range) where schema.index(of: name.text) != nil:
      report(
        "expected-column", "a column is expected here", at: range,
        label: "to leave a column out write `drop \(name.text)`")
      return nil
    case .call, .conditional, .binary(.add, _, _, _), .binary(.subtract, _, _, _),
      .binary(.multiply, _, _, _), .binary(.divide, _, _, _):
      report(
        "expected-column", "a column is expected here", at: expr.range,
        label: "compute it first: `derive x = \(file.text(expr.range))`")
      return nil
    default:
      report("expected-column", "a column is expected here", at: expr.range)
      return nil
    }
  }

  /// The position of a column by name; reports it when it is not there.
  package mutating func column(_ name: Name, in schema: Schema) -> Int? {
    if let index = schema.index(of: name.text) { return index }
    unknownColumn(name, in: schema)
    return nil
  }

  /// Reports a column that is not there, unless an earlier fault may be the cause.
  package mutating func unknownColumn(_ name: Name, in schema: Schema) {
    guard !isUncertain else { return }
    var notes = [
      schema.fields.isEmpty
        ? "no table is read here; a value of the script is written `$name`"
        : "columns here: " + ColumnList.text(schema)
    ]
    if definitions.values[name.text] != nil {
      notes.insert("`$\(name.text)` is a value of the script; a bare name is a column", at: 0)
    }
    let table = origin.flatMap { $0.columns == schema.names ? " in `\($0.name)`" : nil } ?? ""
    report(
      "unknown-column", "no column `\(name.text)`\(table)",
      at: name.range,
      label: suggestion(name.text, among: schema.names)
        ?? ForeignWords.value(name.text).map { "write \($0)" }, notes: notes)
  }

  /// A whole number that is known before data is read.
  package mutating func wholeNumber(_ item: Item, _ what: String, atLeast minimum: Int) -> Int? {
    guard let expr = constant(item.value), let value = expr.literal else { return nil }
    guard case .integer(let number) = value, number >= minimum else {
      report("wrong-value", "\(what) must be a whole number from \(minimum)", at: item.range)
      return nil
    }
    // More than any table or calendar has: that many steps can be multiplied without overflow.
    return Int(min(number, Int64(Int32.max)))
  }

  /// A text that is known before data is read.
  package mutating func text(_ item: Item, _ what: String) -> String? {
    guard let expr = constant(item.value), let value = expr.literal else { return nil }
    guard case .text(let text) = value else {
      report(
        "wrong-type", "\(what) must be a text", at: item.range, label: "write it in double quotes")
      return nil
    }
    return text
  }

  /// What is to be written where an item begins behind a decimal comma, as in `1,5`; else nil.
  package func decimalComma(_ item: Item) -> String? {
    let bytes = file.utf8
    let start = item.range.lower
    func isDigit(_ place: Int) -> Bool {
      bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place])
    }
    guard isDigit(start), isDigit(start - 2), bytes[start - 1] == UInt8(ascii: ",") else {
      return nil
    }
    var (first, last) = (start - 2, start)
    while isDigit(first - 1) { first -= 1 }
    while isDigit(last + 1) { last += 1 }
    let whole = file.text(SourceRange(first, start - 1))
    let fraction = file.text(SourceRange(start, last + 1))
    return "a number has a point: `\(whole).\(fraction)`"
  }

  private static func withArticle(_ what: String) -> String {
    what.hasPrefix("columns") || what.hasPrefix("an ") ? what : "a " + what
  }

  /// The one item a verb or clause takes; reports when there are none or several.
  package mutating func single(_ items: [Item], of call: VerbCall, _ what: String) -> Item? {
    guard let first = items.first else {
      report(
        "missing-item", "`\(call.verb.name)` needs \(Self.withArticle(what))",
        at: call.stage.verb.range,
        notes: ["`\(call.verb.documentation.synopsis)`"])
      return nil
    }
    if items.count > 1 {
      report(
        "too-many-items", "`\(call.verb.name)` takes one \(what)", at: items[1].range,
        label: decimalComma(items[1]),
        notes: ["`\(call.verb.documentation.synopsis)`"])
    }
    return first
  }
}
