import Columnar
import Planning

extension Session {
  /// What was read for a plan that has been run: a row for each file or dataset.
  func sources(of plan: LogicalPlan) throws -> Table {
    let inputs = try inputs()
    let filters = plan.filters.joined(separator: " | ")
    var texts: [[Value]] = []
    for source in Self.leaves(of: plan) {
      let input = inputs.first { source == $0.name || source.hasSuffix("(\($0.name))") }
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

  /// Names of what a plan reads, with the path for files.
  private static func leaves(of plan: LogicalPlan) -> [String] {
    plan.sources.map { source in
      guard let declared = source as? DeclaredTable else { return source.name }
      return "\(declared.name) (\(declared.source.name))"
    }
  }
}
