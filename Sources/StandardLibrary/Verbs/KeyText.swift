import Columnar
import Planning

/// Keys of rows as text, for notes and messages.
enum KeyText {
  /// A value with its label, as in `Purmerend (GM0439)`.
  static func value(_ column: Column, _ field: Field, _ row: Int) -> String {
    let value = column.value(at: row)
    if case .text(let code) = value, let label = field.entity?.label(of: code), label != code {
      return "\(label) (\(code))"
    }
    return value.shown
  }

  /// `municipality = Purmerend (GM0439), year = 2020`
  static func assignments(_ columns: [Column], _ fields: [Field], _ row: Int) -> String {
    zip(columns, fields).map { "\($1.name) = \(value($0, $1, row))" }.joined(separator: ", ")
  }

  /// Up to five keys, the values of each joined by a space.
  static func examples(_ columns: [Column], _ fields: [Field], _ rows: [Int]) -> String {
    rows.prefix(5).map { row in
      zip(columns, fields).map { value($0, $1, row) }.joined(separator: " ")
    }.joined(separator: ", ") + (rows.count > 5 ? ", …" : "")
  }
}

extension Note {
  /// A note about a number of things, with their word for one and for several.
  static func counted(
    _ code: String, _ count: Int, dutch: (one: String, many: String),
    english: (one: String, many: String)
  ) -> Note {
    Note(
      code: code, dutch: "\(count) \(count == 1 ? dutch.one : dutch.many)",
      english: "\(count) \(count == 1 ? english.one : english.many)")
  }
}
