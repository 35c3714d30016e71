import Columnar

/// The rows of a table as JSON objects, members in the order of the columns.
///
/// Texts, dates and periods are strings, the last two as the language writes them. A missing cell
/// is `null` and its row ends in `"_missing": {column: reason}`; a row with partly known cells
/// ends in `"_coverage": {column: [known, all]}`. In a table that has a column of such a name the
/// member gets a further underscore in front, until it is the only one.
struct JSONRows {
  private let columns: [Column]
  private let cells: [CellTexts]
  /// `"name": ` of each column.
  private let members: [[UInt8]]
  private let missingMember: [UInt8]
  private let coverageMember: [UInt8]
  /// The names of the reasons as strings, by raw value.
  private let reasons: [[UInt8]]

  init(_ table: Table) {
    let format = ColumnFormat.machine(escape: JSONText.append) { _, bytes in
      bytes += "null".utf8
    }
    columns = table.columns
    cells = columns.map { format.cells(of: $0) }
    members = table.schema.names.map { JSONText.bytes($0) + ": ".utf8 }
    missingMember = Self.member("_missing", in: table.schema)
    coverageMember = Self.member("_coverage", in: table.schema)
    var reasons = [[UInt8]](repeating: [], count: 256)
    for reason in MissingReason.allCases {
      reasons[Int(reason.rawValue)] = JSONText.bytes(reason.name)
    }
    self.reasons = reasons
  }

  /// Writes one row as an object on one line, without a line end.
  func append(row: Int, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    var hasMissing = false
    var hasPartial = false
    for index in columns.indices {
      if index > 0 { output += Self.comma }
      output += members[index]
      cells[index].append(row: row, to: &output)
      if let missing = columns[index].missing, missing[row] != 0 {
        hasMissing = true
      } else if let coverage = columns[index].coverage, coverage.isPartial(at: row) {
        hasPartial = true
      }
    }
    if hasMissing { appendMissing(row, to: &output) }
    if hasPartial { appendCoverage(row, to: &output) }
    output.append(UInt8(ascii: "}"))
  }

  private func appendMissing(_ row: Int, to output: inout [UInt8]) {
    output += Self.comma
    output += missingMember
    var separator: [UInt8] = [UInt8(ascii: "{")]
    for index in columns.indices {
      guard let missing = columns[index].missing, missing[row] != 0 else { continue }
      output += separator
      output += members[index]
      output += reasons[Int(missing[row])]
      separator = Self.comma
    }
    output.append(UInt8(ascii: "}"))
  }

  private func appendCoverage(_ row: Int, to output: inout [UInt8]) {
    output += Self.comma
    output += coverageMember
    var separator: [UInt8] = [UInt8(ascii: "{")]
    for index in columns.indices {
      guard let coverage = columns[index].partialCoverage(at: row) else { continue }
      output += separator
      output += members[index]
      output += "[\(coverage.known), \(coverage.all)]".utf8
      separator = Self.comma
    }
    output.append(UInt8(ascii: "}"))
  }

  private static let comma = Array(", ".utf8)

  private static func member(_ name: String, in schema: Schema) -> [UInt8] {
    var free = name
    while schema.index(of: free) != nil { free = "_" + free }
    return JSONText.bytes(free) + ": ".utf8
  }
}
