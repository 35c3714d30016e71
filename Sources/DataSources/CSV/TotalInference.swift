/// Notices the one value of a column of texts that looks like the total of the others.
///
/// It is named after a total: `Totaal`, `Totaal leeftijd`, `Total`, `Nederland`. Where several
/// values are, they are names of subjects.
struct TotalInference {
  private var found: String?
  private var isClear = true
  private var hasOther = false

  /// Looks at a value that is not missing.
  mutating func include(_ cell: Cell) {
    guard isClear else { return }
    guard cell.count >= 5, [0x54, 0x74, 0x4E].contains(cell.bytes[0]) else {
      hasOther = true
      return
    }
    let text = cell.text
    guard Self.isNamedSo(text) else {
      hasOther = true
      return
    }
    if found == nil { found = text }
    isClear = found == text
  }

  /// The value, or nil when there is none, several or no other.
  var value: String? { isClear && hasOther ? found : nil }

  private static func isNamedSo(_ text: String) -> Bool {
    let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == ":" })
    guard let first = words.first else { return false }
    return first == "totaal" || first == "total" || text == "Nederland"
  }
}
