import Columnar
package import QuerySyntax
import SourceText

extension Planner {
  /// The word after a clause, one of those it may be; `standard` when the clause was not written.
  /// Reports any other; nil then.
  package mutating func word(
    _ clause: String, of call: VerbCall, among words: [String], standard: String
  ) -> String? {
    guard let items = call.clause(clause) else { return standard }
    guard let item = single(items, of: call, "word after `\(clause)`") else { return nil }
    if case .name(let name) = item.value, words.contains(name.text) { return name.text }
    var label: String?
    if case .name(let name) = item.value { label = suggestion(name.text, among: words) }
    report(
      "unknown-word", "`\(clause)` is followed by one of its words", at: item.range, label: label,
      notes: ["words: " + words.joined(separator: ", ")])
    return nil
  }

  /// The number after a clause, or nil when it was not written; nil in nil when it is wrong.
  package mutating func wholeNumber(
    after clause: String, of call: VerbCall, atLeast minimum: Int
  ) -> Int?? {
    guard let items = call.clause(clause) else { return .some(nil) }
    guard let item = single(items, of: call, "number after `\(clause)`"),
      let number = wholeNumber(item, "the number after `\(clause)`", atLeast: minimum)
    else { return nil }
    return .some(number)
  }

  /// A value to order rows by: an integer is the name of a column, as `2023` is after `pivot`, and
  /// what is the same for every row orders nothing.
  package mutating func orderingValue(_ expr: Expr, _ scope: inout Scope) -> TypedExpr? {
    if case .literal(.integer, _) = expr {
      return column(expr, in: scope.schema).map { index in
        let field = scope.schema.fields[index]
        return TypedExpr(.column(index), field.type, meaning: ColumnMeaning(field))
      }
    }
    guard let typed = check(expr, &scope) else { return nil }
    guard typed.literal == nil else {
      report(
        "constant-key", "this is the same for every row", at: expr.range, label: "name a column")
      return nil
    }
    return typed
  }
}
