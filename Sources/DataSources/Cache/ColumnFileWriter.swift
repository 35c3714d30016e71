import Columnar

/// Writes a column as the bytes of a ``ColumnFile``.
struct ColumnFileWriter {
  private var bytes: [UInt8] = []

  mutating func add(_ column: Column) {
    if let packed = column.packed {
      add(packed, column.missing)
      return
    }
    switch column.storage {
    case .integer(let values):
      begin(ColumnFile.Head(.plainInteger, width: 8, rows: column.count), column.missing)
      for value in values { add(value) }
    case .number(let values, let scale):
      var head = ColumnFile.Head(.plainNumber, width: 8, rows: column.count)
      if let scale { head.scale = Int64(scale) }
      begin(head, column.missing)
      for value in values { add(Int64(bitPattern: value.bitPattern)) }
    case .period(let values):
      begin(ColumnFile.Head(.plainPeriod, width: 16, rows: column.count), column.missing)
      for value in values { add(value) }
    case .boolean, .text, .date:
      // Their codes always fit.
      if let packed = column.packing().packed { add(packed, column.missing) }
      return
    }
    add(mask: column.missing)
  }

  private mutating func add(_ packed: PackedValues, _ missing: [UInt8]?) {
    var head = ColumnFile.Head(
      .integer, width: packed.codes.width.rawValue, rows: packed.codes.count)
    head.base = packed.base
    head.codeCount = Int64(packed.codeCount)
    switch packed.meaning {
    case .integer: break
    case .number(let scale):
      head.kind = .number
      head.scale = Int64(scale)
    case .text(let dictionary):
      head.kind = .text
      head.texts = Int64(dictionary.count)
    case .date: head.kind = .date
    case .boolean: head.kind = .boolean
    case .period(let periods):
      head.kind = .period
      head.texts = Int64(periods.count)
    }
    begin(head, missing)
    unsafe packed.codes.withBytes { unsafe bytes.append(contentsOf: unsafe $0) }
    add(mask: missing)
    switch packed.meaning {
    case .text(let dictionary): add(dictionary)
    case .period(let periods): for period in periods { add(period) }
    case .integer, .number, .date, .boolean: break
    }
  }

  private mutating func begin(_ head: ColumnFile.Head, _ missing: [UInt8]?) {
    var head = head
    head.hasMask = missing == nil ? 0 : 1
    bytes = ColumnFile.magic
    bytes.reserveCapacity(ColumnFile.codesOffset + Int(head.rows * (head.width + head.hasMask)))
    for number in head.numbers { add(number) }
    bytes += [UInt8](repeating: 0, count: ColumnFile.codesOffset - bytes.count)
  }

  private mutating func add(mask: [UInt8]?) {
    if let mask { bytes += mask }
  }

  private mutating func add(_ dictionary: TextDictionary) {
    var texts: [UInt8] = []
    add(Int64(0))
    for code in 0..<dictionary.count {
      texts += dictionary[code].utf8
      add(Int64(texts.count))
    }
    bytes += texts
  }

  /// A period takes 16 bytes.
  private mutating func add(_ period: Period) {
    let marks =
      UInt64(period.granularity.rawValue) | UInt64(period.notation.rawValue) << 8
      | UInt64(period.mark.rawValue) << 16
    add(Int64(bitPattern: marks))
    let ends =
      UInt64(UInt32(bitPattern: period.first)) | UInt64(UInt32(bitPattern: period.last)) << 32
    add(Int64(bitPattern: ends))
  }

  private mutating func add(_ number: Int64) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  /// All bytes with their digest.
  consuming func finished() -> [UInt8] {
    let digest = unsafe bytes.withUnsafeBytes { unsafe ContentDigest($0) }
    add(Int64(bitPattern: digest.high))
    add(Int64(bitPattern: digest.low))
    return bytes
  }
}
