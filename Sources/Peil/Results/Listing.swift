import Columnar
import Planning
import Tables

extension Session {
  /// The built-in datasets: name, what it is, rows, source. Throws ``PeilError``.
  public func datasets() throws(PeilError) -> QueryResult {
    do {
      return QueryResult(.table(try listing(), []), options: options)
    } catch {
      throw PeilError(error)
    }
  }

  private func listing() throws -> Table {
    var names = ColumnBuilder(.text)
    var titles = ColumnBuilder(.text)
    var counts = ColumnBuilder(.integer)
    var sources = ColumnBuilder(.text)
    for name in EmbeddedDataset.names {
      guard let dataset = try catalog.dataset(name) else { continue }
      let reader = try dataset.open(
        columns: [dataset.schema.fields[0].name], ReadingConditions())
      var rows = 0
      while let batch = try reader.next() { rows += batch.count }
      names.append(.text(name))
      titles.append(.text(dataset.schema.title ?? ""))
      counts.append(.integer(Int64(rows)))
      sources.append(.text(dataset.schema.citation ?? ""))
    }
    let isDutch = options.language == .dutch
    func field(_ name: String, _ dutch: String, _ type: DataType = .text) -> Field {
      var field = Field(name, type)
      field.label = isDutch ? dutch : name
      return field
    }
    let schema = Schema([
      field("dataset", "dataset"), field("title", "titel"), field("rows", "rijen", .integer),
      field("source", "bron"),
    ])
    return Table(
      schema: schema,
      columns: [names.finish(), titles.finish(), counts.finish(), sources.finish()],
      count: EmbeddedDataset.names.count)
  }
}
