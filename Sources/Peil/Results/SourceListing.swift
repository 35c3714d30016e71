import Columnar
import Planning

extension Session {
  /// What was read for a plan that has been run: a row for each file or dataset.
  func sources(of plan: LogicalPlan) throws -> Table {
    let inputs = try inputs()
    let filters = plan.filters.joined(separator: " | ")
    var texts: [[Value]] = []
    for (source, file) in Self.leaves(of: plan) {
      let input = inputs.first { $0.path == file?.path && $0.name == file?.name }
      texts.append([
        .text(source), input.map { .text($0.path) } ?? .missing(.notApplicable),
        input.map { .integer(Int64($0.bytes)) } ?? .missing(.notApplicable),
        input.map { .integer(Int64($0.rows)) } ?? .missing(.notApplicable),
        input.map { .text($0.sha256) } ?? .missing(.notApplicable),
        filters.isEmpty ? .missing(.notApplicable) : .text(filters),
      ])
    }
    let fields = [
      Field("source", .text), Field("path", .text), Field("bytes", .integer, role: .measure),
      Field("rows", .integer, role: .measure), Field("sha256", .text), Field("filters", .text),
    ]
    let columns = fields.indices.map { index in
      var builder = ColumnBuilder(fields[index].type)
      for row in texts { builder.append(row[index]) }
      return builder.finish()
    }
    return Table(schema: Schema(fields), columns: columns, count: texts.count)
  }

  /// What a plan reads, by name and with the file: a row for each file of a pattern.
  private static func leaves(of plan: LogicalPlan) -> [(source: String, file: CSVTable?)] {
    plan.sources.flatMap { source -> [(source: String, file: CSVTable?)] in
      let declared = source as? DeclaredTable
      let table = declared?.source ?? source
      func leaf(_ name: String, _ file: CSVTable?) -> (source: String, file: CSVTable?) {
        (declared.map { "\($0.name) (\(name))" } ?? name, file)
      }
      switch table {
      case let union as FileUnion: return union.files.map { leaf($0.name, $0) }
      case let file as CSVTable: return [leaf(file.name, file)]
      default: return [leaf(table.name, nil)]
      }
    }
  }
}
