/// Notices a title above the header: the header has one field, and every row would have the same
/// number of fields, more than one, with a separator that the header does not have.
struct TitleCheck {
  private var candidates: [(separator: UInt8, fields: Int?)]
  private var rows = 0

  /// Looks at files of one column of which the separator was not declared.
  init(isOn: Bool) {
    candidates = isOn ? [UInt8](";\t|".utf8).map { ($0, nil) } : []
  }

  /// Whether there may still be one.
  var isOn: Bool { !candidates.isEmpty }

  /// Looks at a row.
  mutating func include(_ cell: Cell) {
    guard !candidates.isEmpty else { return }
    rows += 1
    let bytes = cell.bytes
    candidates = candidates.compactMap { separator, fields in
      let count = bytes.count { $0 == separator } + 1
      guard count > 1, fields == nil || fields == count else { return nil }
      return (separator, count)
    }
  }

  /// The separator and the number of fields; nil without a title, or with too few rows to tell.
  var found: (separator: UInt8, fields: Int)? {
    guard rows > 1, let first = candidates.first, let fields = first.fields else { return nil }
    return (first.separator, fields)
  }
}
