/// A set of things that columns refer to by code, such as regions.
///
/// Codes are the values; tables, figures and sorting show the label, csv and json the code.
package final class Entity: Sendable {
  /// The type's name in the language, such as `region`.
  package let name: String
  private let labels: [String: String]
  private let codes: [String: [String]]
  /// The codes of labels by what stands before the first bracket in them.
  private let bracketed: [String: [String]]
  /// Other names in use, each with the label it stands for.
  private let otherNames: [String: String]
  /// All labels, distinct, in the order given.
  package let names: [String]

  /// Makes an entity of codes with their labels; a label may belong to several codes.
  package init(
    name: String, labels pairs: [(code: String, label: String)], otherNames: [String: String] = [:]
  ) {
    self.name = name
    self.otherNames = otherNames
    var labels: [String: String] = [:]
    var codes: [String: [String]] = [:]
    var names: [String] = []
    for (code, label) in pairs where labels[code] == nil {
      labels[code] = label
      if codes[label] == nil { names.append(label) }
      codes[label, default: []].append(code)
    }
    self.labels = labels
    self.codes = codes
    self.names = names
    var bracketed: [String: [String]] = [:]
    for name in names where name.utf8.contains(UInt8(ascii: "(")) {
      guard let bracket = name.firstRange(of: " (") else { continue }
      bracketed[String(name[..<bracket.lowerBound]), default: []] += codes[name] ?? []
    }
    self.bracketed = bracketed
  }

  /// The label of a code, or nil for a code that is not known.
  package func label(of code: String) -> String? { labels[code] }

  /// The codes that carry a name in any year, in the order given: the label itself, another name
  /// in use, or the label without or with what stands behind it in brackets (`Bergen` is that of
  /// `Bergen (NH.)` and `Bergen (L.)`, `Utrecht (gemeente)` that of `Utrecht`).
  package func codes(named name: String) -> [String] {
    if let own = codes[otherNames[name] ?? name] { return own }
    if let bracket = name.firstRange(of: " (") {
      return codes[String(name[..<bracket.lowerBound])] ?? []
    }
    return bracketed[name] ?? []
  }
}
