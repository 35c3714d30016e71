import Columnar
import Planning
import QuerySyntax

/// What the verbs of figures share.
enum FigureVerbs {
  /// Clauses with texts around the drawing.
  static let texts = [
    ClauseSignature("title", "\"TEXT\"", .values),
    ClauseSignature("subtitle", "\"TEXT\"", .values),
    ClauseSignature("note", "\"TEXT\"", .values),
    ClauseSignature("alt", "\"TEXT\"", .values),
    ClauseSignature("source", "\"TEXT\"", .values),
  ]

  /// Reads the texts of a figure; nil when one is wrong.
  static func readTexts(_ call: VerbCall, into spec: inout FigureSpec, _ planner: inout Planner)
    -> Bool
  {
    var isSound = true
    func read(_ word: String) -> String? {
      guard let items = call.clause(word) else { return nil }
      guard let item = planner.single(items, of: call, "text after `\(word)`"),
        let text = planner.text(item, "the \(word)")
      else {
        isSound = false
        return nil
      }
      return text
    }
    spec.title = read("title")
    spec.subtitle = read("subtitle")
    spec.note = read("note")
    spec.alt = read("alt")
    spec.source = read("source")
    return isSound
  }

  /// The measure a figure draws; reports when it is none.
  static func measure(_ call: VerbCall, _ planner: inout Planner) -> Int? {
    guard let item = planner.single(call.items, of: call, "measure"),
      let index = planner.column(item.value, in: call.schema)
    else { return nil }
    let field = call.schema.fields[index]
    guard field.type.isNumeric else {
      planner.report(
        "wrong-type", "a figure draws numbers, `\(field.name)` is \(field.type.phrase)",
        at: item.range)
      return nil
    }
    return index
  }

  /// The column a clause names, or nil when the clause was not written.
  static func column(_ word: String, _ call: VerbCall, _ planner: inout Planner) -> String?? {
    guard let items = call.clause(word) else { return .some(nil) }
    guard let item = planner.single(items, of: call, "column after `\(word)`"),
      let index = planner.column(item.value, in: call.schema)
    else { return nil }
    return call.schema.fields[index].name
  }
}
