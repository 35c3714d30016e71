/// A set of things that columns refer to by code, such as regions.
///
/// Codes are the values; tables, figures and sorting show the label, csv and json the code.
package final class Entity: Sendable {
  /// The type's name in the language, such as `region`.
  package let name: String
  private let labels: [String: String]
  private let codes: [String: [String]]
  /// All labels, distinct, in the order given.
  package let names: [String]

  /// Makes an entity of codes with their labels; a label may belong to several codes.
  package init(name: String, labels pairs: [(code: String, label: String)]) {
    self.name = name
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
  }

  /// The label of a code, or nil for a code that is not known.
  package func label(of code: String) -> String? { labels[code] }

  /// The codes that carry a label in any year, in the order given.
  package func codes(named label: String) -> [String] { codes[label] ?? [] }
}
