import Columnar

/// Which of the notes collected while running still concern the rows that are shown.
enum RelevantNotes {
  /// The notes without those on breaks when no cell shown is missing because of one.
  static func of(_ notes: [Note], for table: Table) -> [Note] {
    let reason = MissingReason.notComparable.rawValue
    let hasBreak = table.columns.contains { $0.missing?.contains(reason) ?? false }
    return hasBreak ? notes : notes.filter { $0.code != "not-comparable" }
  }
}
