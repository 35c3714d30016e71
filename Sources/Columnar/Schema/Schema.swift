/// The fields of a table and what is known about the table as a whole.
///
/// Invariant: field names are distinct.
package struct Schema: Sendable {
  package var fields: [Field]
  /// Whether roles were declared; undeclared ones were inferred from names and types.
  package var isDeclared: Bool
  /// Breaks in the series of a key.
  package var breaks: [BreakSet]
  /// Values that mark a total row beside its parts, by column.
  package var totals: [Total]
  /// Column that marks provisional figures, and the one that tells realised from planned.
  package var provisional: String?
  package var variant: String?
  /// What the table is, in Dutch, and where it comes from.
  package var title: String?
  package var citation: String?

  /// A column value that marks rows that are the total of the others.
  package struct Total: Hashable, Sendable {
    package let column: String
    package let value: String
    /// Whether someone said so; else the text only looks like it, such as "Totaal".
    package let isDeclared: Bool

    /// Makes a mark.
    package init(column: String, value: String, isDeclared: Bool = true) {
      self.column = column
      self.value = value
      self.isDeclared = isDeclared
    }
  }

  /// Makes a schema of fields.
  package init(_ fields: [Field], isDeclared: Bool = false) {
    self.fields = fields
    self.isDeclared = isDeclared
    breaks = []
    totals = []
  }

  /// The position of a column, or nil.
  package func index(of name: String) -> Int? {
    fields.firstIndex { $0.name == name }
  }

  /// The field with a name, or nil.
  package func field(_ name: String) -> Field? {
    fields.first { $0.name == name }
  }

  /// The column names in order.
  package var names: [String] { fields.map(\.name) }

  /// The columns of a role, in order.
  package func fields(_ role: Role) -> [Field] { fields.filter { $0.role == role } }

  /// The time axis, if the table has one.
  package var time: Field? { fields.first { $0.role == .time } }

  /// The edition axis, if the table has one.
  package var edition: Field? { fields.first { $0.role == .edition } }
}
