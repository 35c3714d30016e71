/// A sum of cells that counts as public: over one key column, all others fixed.
package struct PublicSum: Sendable {
  /// The cells that are added.
  package let parts: [Int]
  /// The cell that shows the sum, when the table has one; the sum is public otherwise.
  package let total: Int?
  /// What is added over, for messages.
  package let name: String

  /// Makes a sum.
  package init(parts: [Int], total: Int? = nil, name: String = "") {
    self.parts = parts
    self.total = total
    self.name = name
  }

  /// The cells of the sum with what each counts for: what is added less the total is constant.
  var terms: [(cell: Int, sign: Int)] {
    parts.map { ($0, 1) } + (total.map { [($0, -1)] } ?? [])
  }
}
