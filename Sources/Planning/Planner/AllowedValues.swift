package import Columnar

/// The values a param may have, with the names codes go by.
package struct AllowedValues: Sendable {
  /// The values in order; empty when any value may be given.
  package let values: [Value]
  /// The same as texts to write: names for codes that have one; each once.
  package let texts: [String]
  /// Whether a name may be written in the place of a code.
  package let hasNames: Bool
  /// How many values a list in a message shows.
  private static let shownInMessage = 20
  /// How many values `--help` shows of a list too long to show whole.
  private static let shownInHelp = 5
  private static let wholeInHelp = 10

  /// Any value.
  static let any = AllowedValues([])

  /// Makes a list of values; `entity` has the names of codes.
  init(_ values: [Value], entity: Entity? = nil) {
    self.values = values
    hasNames = entity != nil
    var seen: Set<String> = []
    texts = values.map { value in
      if case .text(let code) = value { return entity?.label(of: code) ?? code }
      return value.shown
    }.filter { seen.insert($0).inserted }
  }

  /// Whether a value is one of them; a name stands for its codes.
  func contains(_ value: Value) -> Bool {
    if values.isEmpty || values.contains(value) { return true }
    guard hasNames, case .text(let name) = value else { return false }
    return texts.contains(name)
  }

  /// The values for a message; of many the first.
  var note: String { "values: " + list(Self.shownInMessage, of: texts.count) }

  /// The values in a few words: all of a short list, of a long one the first and how many.
  package var summary: String {
    guard texts.count > Self.wholeInHelp else { return texts.joined(separator: ", ") }
    return texts.prefix(Self.shownInHelp).joined(separator: ", ") + ", … (\(texts.count) values)"
  }

  private func list(_ limit: Int, of count: Int) -> String {
    let rest = count - min(count, limit)
    return texts.prefix(limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
