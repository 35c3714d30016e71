import Wording

/// A noun for counting: "editie", "edities".
package struct Noun: Sendable, Equatable {
  package let one: String
  package let many: String

  /// A noun in singular and plural.
  package init(one: String, many: String) {
    self.one = one
    self.many = many
  }

  /// The noun with its count: "drie edities".
  func counted(_ count: Int, _ language: Language) -> String {
    language.count(count) + " " + (count == 1 ? one : many)
  }
}
