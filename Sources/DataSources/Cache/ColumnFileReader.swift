import Columnar

/// Takes a column out of the bytes of a ``ColumnFile`` whose digest is right.
///
/// Right bytes may still be those of a fault in an earlier writer: every count is checked against
/// the size, and every code against the number of codes.
@safe
struct ColumnFileReader {
  private let buffer: CodeBuffer
  private let bytes: UnsafeRawBufferPointer
  private let size: Int

  init(_ buffer: CodeBuffer, _ bytes: UnsafeRawBufferPointer) {
    self.buffer = buffer
    unsafe self.bytes = bytes
    size = bytes.count
  }

  func column() -> Column? {
    let numbers = (0..<8).map { number(at: ColumnFile.magic.count + 8 * $0) }
    guard let head = ColumnFile.Head(numbers: numbers), head.rows >= 0, head.texts >= 0,
      head.width > 0, head.width <= 16, head.rows < 1 << 40, head.texts < 1 << 40
    else { return nil }
    let rows = Int(head.rows)
    let maskOffset = ColumnFile.codesOffset + rows * Int(head.width)
    let textsOffset = maskOffset + (head.hasMask == 1 ? rows : 0)
    guard textsOffset <= size else { return nil }
    var missing: [UInt8]?
    if head.hasMask == 1 { missing = unsafe Array(bytes[maskOffset..<textsOffset]) }
    switch head.kind {
    case .plainInteger:
      guard head.width == 8 else { return nil }
      return Column(.integer(values(rows)), missing: missing)
    case .plainNumber:
      guard head.width == 8 else { return nil }
      let numbers = values(rows).map { Double(bitPattern: UInt64(bitPattern: $0)) }
      return Column(
        .number(numbers, scale: head.scale < 0 ? nil : UInt8(clamping: head.scale)),
        missing: missing)
    case .plainPeriod:
      guard head.width == 16, let periods = periods(at: ColumnFile.codesOffset, rows) else {
        return nil
      }
      return Column(.period(periods), missing: missing)
    case .integer, .number, .text, .date, .boolean, .period:
      guard let meaning = meaning(head, textsOffset) else { return nil }
      return packed(head, meaning).map { Column($0, missing: missing) }
    }
  }

  private func meaning(_ head: ColumnFile.Head, _ offset: Int) -> PackedValues.Meaning? {
    switch head.kind {
    case .integer: return .integer
    case .number: return UInt8(exactly: head.scale).map { .number(scale: $0) }
    case .date: return .date
    case .boolean: return .boolean
    case .text: return texts(at: offset, Int(head.texts)).map { .text($0) }
    case .period: return periods(at: offset, Int(head.texts)).map { .period($0) }
    case .plainInteger, .plainNumber, .plainPeriod: return nil
    }
  }

  private func packed(_ head: ColumnFile.Head, _ meaning: PackedValues.Meaning) -> PackedValues? {
    guard let width = PackedCodes.Width(rawValue: Int(head.width)), head.codeCount >= 0 else {
      return nil
    }
    let codes = PackedCodes(
      buffer, offset: ColumnFile.codesOffset / width.rawValue, count: Int(head.rows), width: width)
    guard head.rows == 0 || codes.greatest < UInt64(head.codeCount) else { return nil }
    return PackedValues(meaning, base: head.base, codeCount: Int(head.codeCount), codes: codes)
  }

  private func values(_ count: Int) -> [Int64] {
    (0..<count).map { number(at: ColumnFile.codesOffset + 8 * $0) }
  }

  private func texts(at offset: Int, _ count: Int) -> TextDictionary? {
    let first = offset + 8 * (count + 1)
    guard first <= size else { return nil }
    let starts = (0...count).map { Int(number(at: offset + 8 * $0)) }
    guard starts[0] == 0, starts[count] == size - first,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    return unsafe TextDictionary(
      TextArena(UnsafeRawBufferPointer(rebasing: bytes[first...]), starts: starts))
  }

  private func periods(at offset: Int, _ count: Int) -> [Period]? {
    guard offset + 16 * count <= size else { return nil }
    var periods: [Period] = []
    for index in 0..<count {
      let marks = UInt64(bitPattern: number(at: offset + 16 * index))
      let ends = UInt64(bitPattern: number(at: offset + 16 * index + 8))
      guard let granularity = Period.Granularity(rawValue: UInt8(truncatingIfNeeded: marks)),
        let notation = Period.Notation(rawValue: UInt8(truncatingIfNeeded: marks >> 8)),
        let mark = Period.Mark(rawValue: UInt8(truncatingIfNeeded: marks >> 16))
      else { return nil }
      periods.append(
        Period(
          granularity, Int32(truncatingIfNeeded: ends), Int32(truncatingIfNeeded: ends >> 32),
          notation: notation, mark: mark))
    }
    return periods
  }

  private func number(at offset: Int) -> Int64 {
    Int64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self))
  }
}
