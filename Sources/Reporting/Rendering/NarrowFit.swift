import Columnar
import Tables

/// How much room the texts of a table need.
enum NarrowFit {
  /// The letters that fit beside each other in 320 pixels, with a space between columns.
  private static let letters = 36
  /// As many rows are looked at.
  private static let rows = 200

  /// Whether a table fits a phone: its longest words beside each other, as a browser sets them at
  /// least.
  static func fits(_ table: Table) -> Bool {
    let count = table.schema.fields.count
    return count < 3 || count == 3 && width(table, longestWord) <= letters
  }

  /// Whether its longest texts take less than half of a page of paper beside each other.
  static func isSmall(_ table: Table) -> Bool { width(table, \.count) <= 48 }

  private static func width(_ table: Table, _ length: (String) -> Int) -> Int {
    zip(table.schema.fields, table.columns).reduce(0) { sum, part in
      let (field, column) = part
      var longest = max(length(field.heading), field.type == .text ? 0 : 9)
      for row in 0..<min(column.count, rows) {
        guard case .text(let text) = column.value(at: row) else { continue }
        longest = max(longest, length(field.entity?.label(of: text) ?? text))
      }
      return sum + longest + 2
    }
  }

  private static func longestWord(in text: String) -> Int {
    text.split { $0 == " " || $0 == "-" }.map(\.count).max() ?? 0
  }
}
