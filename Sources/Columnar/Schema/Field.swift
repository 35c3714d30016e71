/// What is known about a column before its data: name, type, role and how to show it.
package struct Field: Sendable {
  package var name: String
  package var type: DataType
  package var role: Role
  /// Kind, weight and margins of a measure; nil for other roles.
  package var measure: Measure?
  /// The Dutch heading; nil shows the name.
  package var label: String?
  package var unit: MeasureUnit?
  /// Decimals shown in tables; nil shows at most 2.
  package var decimals: Int?
  package var description: String?
  /// What the codes of the column refer to.
  package var entity: Entity?
  /// The values it is known to have; nil when they are not known before reading.
  package var domain: ValueDomain?
  /// The period type of a time column that has just one.
  package var granularity: Period.Granularity?

  /// Makes a field; a measure without a declaration is of undeclared kind.
  package init(_ name: String, _ type: DataType, role: Role = .note) {
    self.name = name
    self.type = type
    self.role = role
    measure = role == .measure ? Measure(.undeclared) : nil
  }

  /// What tables print above the column.
  package var heading: String { label ?? name }
}
