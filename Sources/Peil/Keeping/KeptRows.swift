import Columnar

/// What running a statement gave and left behind, so that it need not run again.
struct KeptRows {
  /// A file or built-in text that was read, and how many rows it has.
  struct Reading {
    let name: String
    let path: String
    let rows: Int
    /// Columns that turned out to hold fractions.
    let widened: [String]
  }

  var columns: [Column]
  var count: Int
  var notes: [Note]
  /// Redivisions found in the rows, for each set of breaks of the schema.
  var breaks: [[Redivision]]
  var readings: [Reading]

  /// The bytes, which say the same on every machine.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    writer.write(readings) { reading, writer in
      writer.write(reading.name)
      writer.write(reading.path)
      writer.write(Int64(reading.rows))
      writer.write(reading.widened) { $1.write($0) }
    }
    return writer.bytes
  }

  /// A digest of the rows and of what is said about them.
  var digest: String {
    var writer = ByteWriter()
    write(to: &writer)
    return Digest.hexadecimal(writer.bytes)
  }

  private func write(to writer: inout ByteWriter) {
    writer.write(Int64(count))
    writer.write(columns) { ColumnCoding.write($0, to: &$1) }
    writer.write(notes) { note, writer in
      for text in [note.code, note.dutch, note.english] { writer.write(text) }
    }
    writer.write(breaks) { set, writer in
      writer.write(set) { pair, writer in
        for text in [pair.old, pair.new, pair.kind.rawValue, pair.text] { writer.write(text) }
        writer.write(pair.day)
      }
    }
  }

  init(_ table: Table, _ notes: [Note], readings: [Reading]) {
    columns = table.columns
    count = table.count
    self.notes = notes
    breaks = table.schema.breaks.map(\.redivisions)
    self.readings = readings
  }

  /// What bytes say; nil when they are damaged or do not fit the columns wanted.
  init?(_ bytes: [UInt8], fitting schema: Schema) {
    var reader = ByteReader(bytes)
    do throws(ByteReader.Damage) {
      let rows = Int(try reader.number(Int64.self))
      let found = try reader.list { reader throws(ByteReader.Damage) in
        try ColumnCoding.read(&reader, rows: rows)
      }
      columns = found
      count = rows
      notes = try reader.list { reader throws(ByteReader.Damage) in
        Note(code: try reader.text(), dutch: try reader.text(), english: try reader.text())
      }
      breaks = try reader.list { reader throws(ByteReader.Damage) in
        try reader.list { reader throws(ByteReader.Damage) in try Self.redivision(&reader) }
      }
      readings = try reader.list { reader throws(ByteReader.Damage) in
        Reading(
          name: try reader.text(), path: try reader.text(),
          rows: Int(try reader.number(Int64.self)),
          widened: try reader.list { reader throws(ByteReader.Damage) in try reader.text() })
      }
      guard reader.isAtEnd, columns.count == schema.fields.count else { return nil }
    } catch {
      return nil
    }
  }

  /// Whether the columns have the types a schema says.
  func fits(_ schema: Schema) -> Bool {
    zip(columns, schema.fields).allSatisfy { $0.type == $1.type }
      && breaks.count == schema.breaks.count
  }

  private static func redivision(_ reader: inout ByteReader) throws(ByteReader.Damage)
    -> Redivision
  {
    let old = try reader.text()
    let new = try reader.text()
    guard let kind = Redivision.Kind(rawValue: try reader.text()) else {
      throw ByteReader.Damage()
    }
    let text = try reader.text()
    return Redivision(
      old: old, new: new, day: try reader.number(Int32.self), kind: kind, text: text)
  }
}
