import Columnar
import DataSources
import Tables

extension Session {
  /// Lets files be kept where the options say.
  func prepareCache() {
    guard files.columnCache?.folder != options.cacheFolder else { return }
    files.columnCache = cache
  }

  private var cache: ColumnCache? {
    options.cacheFolder.map { ColumnCache(folder: $0, version: EngineVersion.text) }
  }

  /// Why columns could not be kept in the cache, or nil when they were or nobody asked for it.
  public var cacheComplaint: String? { files.columnCache?.complaint }

  /// What the cache of the options holds, a row for each file and way of reading it.
  public func cached() -> QueryResult {
    var cells = ["file", "rows", "columns", "bytes", "state"].map { _ in [Value]() }
    let entries = cache?.entries ?? []
    for entry in entries {
      cells[0].append(.text(entry.file))
      cells[1].append(.integer(Int64(entry.rows)))
      cells[2].append(.integer(Int64(entry.columns)))
      cells[3].append(.integer(Int64(entry.byteCount)))
      cells[4].append(.text(entry.isCurrent ? "current" : "other version"))
    }
    let names: [(String, DataType)] = [
      ("file", .text), ("rows", .integer), ("columns", .integer), ("bytes", .integer),
      ("state", .text),
    ]
    let fields = names.map { name, type in
      Field(name, type, role: type == .integer ? .measure : .note)
    }
    let columns = zip(cells, names).map { values, name in
      var builder = ColumnBuilder(name.1)
      for value in values { builder.append(value) }
      return builder.finish()
    }
    return QueryResult(
      .table(Table(schema: Schema(fields), columns: columns, count: entries.count), []),
      options: options)
  }

  /// Removes everything from the cache of the options; says how much that was. Throws
  /// ``PeilError`` when something cannot be removed.
  public func clearCache() throws(PeilError) -> (entries: Int, bytes: Int) {
    do {
      return try cache?.clear() ?? (0, 0)
    } catch {
      throw PeilError(error)
    }
  }
}
