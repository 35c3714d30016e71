import Columnar
import DataSources
import Planning
import SourceText

/// The files of a pattern as one table: their rows below each other in the order of the files,
/// columns matched by name.
///
/// As with `append`, a column that a file lacks is `missing: no_row` in its rows, and an integer
/// widens to a number; any other difference of type is a fault.
final class FileUnion: SizedSource, Sendable {
  let name: String
  /// A table for each file.
  let files: [CSVTable]
  let schema: Schema

  /// Makes a table of files that fit; throws a fault that names two that do not.
  init(name: String, files: [CSVTable]) throws(Diagnostic) {
    self.name = name
    self.files = files
    schema = try Self.schema(of: files)
  }

  var size: SourceSize? {
    SourceSize(
      rows: files.reduce(0) { $0 + $1.csv.estimatedRows },
      bytes: files.reduce(0) { $0 + $1.csv.byteCount })
  }

  func distinctCount(of column: String) -> Int? { nil }

  func open(columns: [String], _ conditions: ReadingConditions) throws -> any BatchReader {
    let tables = try files.enumerated().map { place, file in
      var own = conditions
      let count = Double(files.count)
      own.tell = { conditions.tell((Double(place) + $0) / count) }
      return try file.rows(columns.filter { file.schema.index(of: $0) != nil }, own)
    }
    let fields = columns.compactMap { schema.field($0) }
    let all = fields.map { field in
      Column.concatenate(
        tables.map { table in
          table.column(field.name) ?? .constant(.missing(.noRow), field.type, count: table.count)
        }, type: field.type)
    }
    return TableReader(
      columns: all, count: tables.reduce(0) { $0 + $1.count },
      batchSize: conditions.batchSize)
  }

  /// The columns of the first file, then those that only later ones have.
  private static func schema(of files: [CSVTable]) throws(Diagnostic) -> Schema {
    var result = files.first?.schema ?? Schema([])
    var origin = result.names.map { _ in files.first?.path ?? "" }
    for file in files.dropFirst() {
      for field in file.schema.fields {
        guard let index = result.index(of: field.name) else {
          result.fields.append(field)
          origin.append(file.path)
          continue
        }
        let first = result.fields[index]
        guard first.type == field.type || (first.type.isNumeric && field.type.isNumeric) else {
          throw clash(first, origin[index], field, file.path)
        }
        if first.type == .integer { result.fields[index].type = field.type }
      }
    }
    let times = result.fields.indices.filter { result.fields[$0].role == .time }
    for index in times.dropFirst() { result.fields[index].role = .note }
    let editions = result.fields.indices.filter { result.fields[$0].role == .edition }
    for index in editions.dropFirst() { result.fields[index].role = .note }
    return result
  }

  private static func clash(_ left: Field, _ path: String, _ right: Field, _ other: String)
    -> Diagnostic
  {
    Diagnostic(
      .error, code: "type-clash",
      "`\(left.name)` is \(left.type.phrase) in \(path) and \(right.type.phrase) in \(other)",
      notes: [
        "say what it is in all of them: `types \(left.name): "
          + "\(left.type == .text ? right.type.rawValue : left.type.rawValue)` or "
          + "`\(left.name): text`, or `missing \"…\" = unknown`"
      ])
  }
}
