import Columnar
import Planning
import SourceText

extension Session {
  /// The columns of a table by name with role, type, unit and label. Throws ``PeilError``.
  public func columns(of name: String) throws(PeilError) -> QueryResult {
    do {
      if let own = definitions.kept[name]?.schema ?? definitions.tables[name]?.schema {
        return QueryResult(.table(Self.table(own), []), options: options)
      }
      guard let dataset = try catalog.dataset(name) else {
        throw Diagnostic(
          .error, phase: .usage, code: "unknown-table", "no dataset `\(name)`",
          label: Suggestion.nearest(to: name, among: catalog.tableNames).map {
            "did you mean `\($0)`?"
          },
          notes: ["datasets: " + catalog.tableNames.joined(separator: ", ")])
      }
      return QueryResult(.table(Self.table(dataset.schema), []), options: options)
    } catch {
      throw PeilError(error)
    }
  }

  private static func table(_ schema: Schema) -> Table {
    let headings = ["column", "label", "type", "role", "kind", "unit", "description"]
    var builders = headings.map { _ in [Value]() }
    for field in schema.fields {
      let kind = field.measure.map(\.kind.name)
      let texts: [String?] = [
        field.name, field.label, field.type.rawValue, field.role.name, kind, field.unit?.text,
        field.description,
      ]
      for (index, text) in texts.enumerated() {
        builders[index].append(text.map { .text($0) } ?? .missing(.notApplicable))
      }
    }
    let columns = builders.map { values in
      var builder = ColumnBuilder(.text)
      for value in values { builder.append(value) }
      return builder.finish()
    }
    return Table(
      schema: Schema(headings.map { Field($0, .text) }), columns: columns,
      count: schema.fields.count)
  }
}
