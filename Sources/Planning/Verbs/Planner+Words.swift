import QuerySyntax

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
}
