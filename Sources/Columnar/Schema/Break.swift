/// A reason why two figures of one series do not compare.
package struct Break: Hashable, Sendable {
  /// The first day of the new situation, days since 1 January 1970: a break lies between years
  /// a < b when 1 January a < day <= 1 January b.
  package let day: Int32
  /// What happened, for the note.
  package let text: String
  /// The axis it lies on.
  package let axis: Axis

  /// Along which axis figures stop being comparable.
  package enum Axis: Hashable, Sendable {
    case period
    case edition
  }

  /// Makes a break.
  package init(day: Int32, text: String, axis: Axis = .period) {
    self.day = day
    self.text = text
    self.axis = axis
  }
}

/// The breaks of the series of one key column.
package final class BreakSet: Sendable {
  /// The column whose values break.
  package let key: String
  private let breaks: [String: [Break]]

  /// Makes a set of breaks by key value; they are kept in order of day.
  package init(key: String, breaks: [String: [Break]]) {
    self.key = key
    self.breaks = breaks.mapValues { $0.sorted { $0.day < $1.day } }
  }

  private init(key: String, sorted breaks: [String: [Break]]) {
    self.key = key
    self.breaks = breaks
  }

  /// The same breaks for a column that got another name.
  package func renamed(to key: String) -> BreakSet { BreakSet(key: key, sorted: breaks) }

  /// The breaks of a key value, in order of day.
  package func breaks(of value: String) -> [Break] { breaks[value] ?? [] }
}
