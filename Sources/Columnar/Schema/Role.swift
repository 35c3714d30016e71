/// What a column is for in comparisons.
package enum Role: Hashable, Sendable {
  /// Names a series, with the other keys.
  case key
  /// A text column of an undeclared file that may be a key.
  case candidateKey
  /// The axis of comparison.
  case time
  /// The publication a figure appeared in: a second axis.
  case edition
  case measure
  /// Depends on keys, named when declared.
  case attribute(of: [String])
  /// Anything else.
  case note

  /// The role's name in messages.
  package var name: String {
    switch self {
    case .key: "key"
    case .candidateKey: "candidate key"
    case .time: "time"
    case .edition: "edition"
    case .measure: "measure"
    case .attribute: "attribute"
    case .note: "note"
    }
  }
}
