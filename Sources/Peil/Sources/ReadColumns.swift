import Columnar
import Synchronization

/// The columns of one version of a file that were read before, so that a later step need not read
/// them again.
final class ReadColumns: Sendable {
  /// What the columns of a file may take: a larger one is read anew each time.
  private static let room = 1 << 30

  private struct Content {
    var fields: [String: Field] = [:]
    var columns: [String: Column] = [:]
    /// The schema of the file but for its fields, and its rows; nil before anything was read.
    var whole: (schema: Schema, count: Int)?
    var byteCount = 0
  }

  private let content = Mutex(Content())

  /// Whether all of these were read before.
  func has(_ names: [String]) -> Bool {
    content.withLock { content in names.allSatisfy { content.columns[$0] != nil } }
  }

  /// The named columns in order: those read before, and the others as `read` gives them.
  func table(_ names: [String], _ read: ([String]) throws -> Table) rethrows -> Table {
    let known = content.withLock { $0 }
    let lacking = names.filter { known.columns[$0] == nil }
    if lacking.isEmpty, let whole = known.whole { return Self.table(names, known, whole) }
    let found = try read(lacking)
    var all = known
    all.whole = (found.schema, found.count)
    for (field, column) in zip(found.schema.fields, found.columns) {
      all.fields[field.name] = field
      all.columns[field.name] = column
      all.byteCount += column.byteCount
    }
    if all.byteCount <= Self.room { content.withLock { $0 = all } }
    return Self.table(names, all, (found.schema, found.count))
  }

  private static func table(
    _ names: [String], _ content: Content, _ whole: (schema: Schema, count: Int)
  ) -> Table {
    var schema = whole.schema
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    schema.fields = unique.compactMap { content.fields[$0] }
    return Table(
      schema: schema, columns: unique.compactMap { content.columns[$0] }, count: whole.count)
  }
}
