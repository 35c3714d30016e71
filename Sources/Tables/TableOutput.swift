/// A table as text, in two parts so that the caller decides where each goes.
package struct TableOutput: Sendable, Equatable {
  /// The table, and its notes where the format has a place for them; ends in a newline unless
  /// empty.
  package var body: String
  /// The notes of a format for machines, a line each; empty where the body holds them.
  package var notes: String

  /// Makes output of its parts.
  package init(body: String, notes: String = "") {
    self.body = body
    self.notes = notes
  }
}
