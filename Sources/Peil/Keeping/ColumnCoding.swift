import Columnar

/// Columns as bytes, and back: values, reasons and coverage, exactly.
enum ColumnCoding {
  static func write(_ column: Column, to writer: inout ByteWriter) {
    switch column.storage {
    case .boolean(let values):
      writer.byte(0)
      writer.write(values) { $1.byte($0 ? 1 : 0) }
    case .integer(let values):
      writer.byte(1)
      writer.write(values) { $1.write($0) }
    case .number(let values, let scale):
      writer.byte(2)
      writer.byte(scale.map { $0 &+ 1 } ?? 0)
      writer.write(values) { $1.write($0.bitPattern) }
    case .text(let codes, let dictionary):
      writer.byte(3)
      write(codes, dictionary, column.missing, to: &writer)
    case .date(let values):
      writer.byte(4)
      writer.write(values) { $1.write($0) }
    case .period(let values):
      writer.byte(5)
      writer.write(values) { period, writer in
        writer.byte(period.granularity.rawValue)
        writer.write(period.first)
        writer.write(period.last)
        writer.byte(period.notation.rawValue)
        writer.byte(period.mark.rawValue)
      }
    }
    writer.write(column.missing ?? []) { $1.byte($0) }
    writer.write(column.coverage?.known ?? []) { $1.write($0) }
    writer.write(column.coverage?.all ?? []) { $1.write($0) }
  }

  /// The texts in the order of the rows, so that the bytes depend on nothing else.
  private static func write(
    _ codes: [UInt32], _ dictionary: TextDictionary, _ missing: [UInt8]?,
    to writer: inout ByteWriter
  ) {
    var renumbered = [UInt32?](repeating: nil, count: dictionary.count)
    var texts: [String] = []
    var rows: [UInt32] = []
    rows.reserveCapacity(codes.count)
    for (row, code) in codes.enumerated() {
      guard missing?[row] ?? 0 == 0 else {
        rows.append(0)
        continue
      }
      if let known = renumbered[Int(code)] {
        rows.append(known)
      } else {
        let next = UInt32(texts.count)
        renumbered[Int(code)] = next
        texts.append(dictionary[Int(code)])
        rows.append(next)
      }
    }
    writer.write(texts) { $1.write($0) }
    writer.write(rows) { $1.write($0) }
  }

  static func read(_ reader: inout ByteReader, rows: Int) throws(ByteReader.Damage) -> Column {
    let storage = try storage(&reader)
    let missing = try reader.list { reader throws(ByteReader.Damage) in try reader.byte() }
    let known = try reader.list { reader throws(ByteReader.Damage) in
      try reader.number(Int32.self)
    }
    let all = try reader.list { reader throws(ByteReader.Damage) in
      try reader.number(Int32.self)
    }
    let coverage = known.isEmpty ? nil : Coverage(known: known, all: all)
    let column = Column(storage, missing: missing.isEmpty ? nil : missing, coverage: coverage)
    guard column.count == rows, missing.isEmpty || missing.count == rows,
      known.count == all.count, known.isEmpty || known.count == rows
    else { throw ByteReader.Damage() }
    return column
  }

  private static func storage(_ reader: inout ByteReader) throws(ByteReader.Damage)
    -> Column.Storage
  {
    switch try reader.byte() {
    case 0:
      return .boolean(
        try reader.list { reader throws(ByteReader.Damage) in try reader.byte() != 0 })
    case 1:
      return .integer(
        try reader.list { reader throws(ByteReader.Damage) in try reader.number(Int64.self) })
    case 2:
      let scale = try reader.byte()
      let values = try reader.list { reader throws(ByteReader.Damage) in
        Double(bitPattern: try reader.number(UInt64.self))
      }
      return .number(values, scale: scale == 0 ? nil : scale - 1)
    case 3:
      let texts = try reader.list { reader throws(ByteReader.Damage) in try reader.text() }
      let codes = try reader.list { reader throws(ByteReader.Damage) in
        try reader.number(UInt32.self)
      }
      guard codes.allSatisfy({ $0 < texts.count || $0 == 0 }) else { throw ByteReader.Damage() }
      return .text(codes, TextDictionary(texts))
    case 4:
      return .date(
        try reader.list { reader throws(ByteReader.Damage) in try reader.number(Int32.self) })
    case 5:
      return .period(
        try reader.list { reader throws(ByteReader.Damage) in try period(&reader) })
    default: throw ByteReader.Damage()
    }
  }

  private static func period(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Period {
    let granularity = Period.Granularity(rawValue: try reader.byte())
    let first = try reader.number(Int32.self)
    let last = try reader.number(Int32.self)
    let notation = Period.Notation(rawValue: try reader.byte())
    let mark = Period.Mark(rawValue: try reader.byte())
    guard let granularity, let notation, let mark else { throw ByteReader.Damage() }
    return Period(granularity, first, last, notation: notation, mark: mark)
  }
}
