/// The names of what has no value, in one sentence.
enum MissingNames {
  /// "Zonder cijfer: 2016 (onbekend), 2017 (geheim) en 3 andere"; nil for none.
  static func sentence(_ names: [String], _ phrases: Phrases) -> String? {
    guard !names.isEmpty else { return nil }
    let rest = names.count - 12
    let list = names.prefix(12).joined(separator: ", ")
    let others = rest > 0 ? " \(phrases.and) \(rest) \(phrases.others)" : ""
    return "\(phrases.withoutValue): \(list)\(others)"
  }
}
