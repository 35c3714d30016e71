package import Columnar

extension Field {
  /// A column of an expression: a measure when the expression measures something.
  package static func computed(_ name: String, _ type: DataType, _ meaning: ColumnMeaning)
    -> Field
  {
    let isMeasure = meaning.measure != nil || (type.isNumeric && !meaning.isOrdinal)
    var field = Field(name, type, role: isMeasure ? .measure : .note)
    if isMeasure { field.measure = meaning.measure ?? Measure(.undeclared) }
    field.unit = meaning.unit
    field.decimals = meaning.decimals
    field.entity = meaning.entity
    field.domain = meaning.domain
    return field
  }
}
