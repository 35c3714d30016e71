import Columnar

/// The columns of a table as a line in a message.
enum ColumnList {
  /// Names, measures with kind and unit; a long list is cut.
  static func text(_ schema: Schema) -> String {
    let shown = schema.fields.prefix(24).map { field in
      guard let measure = field.measure, field.role == .measure else { return field.name }
      let words = [
        measure.kind == .undeclared ? field.type.rawValue : measure.kind.name, field.unit?.text,
      ]
      return "\(field.name) (\(words.compactMap { $0 }.joined(separator: ", ")))"
    }
    let rest = schema.fields.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
