import Columnar
import Testing

@testable import DataSources

/// A column that was written comes back as it was, or not at all.
@Suite struct ColumnFileTests {
  private static let rows = 300

  private static let kinds: [(name: String, column: Column)] = [
    ("boolean", Column(.boolean((0..<rows).map { $0 % 3 == 0 }))),
    ("integer", Column(.integer((0..<rows).map { Int64($0) * 1000 - 7 }), missing: mask)),
    ("far integer", Column(.integer([.min, 0, .max]))),
    ("decimal", Column(.number((0..<rows).map { Double($0) / 4 }, scale: 2), missing: mask)),
    ("number", Column(.number((0..<rows).map { 1 / Double($0 + 1) }, scale: nil))),
    ("text", text),
    ("date", Column(.date((0..<rows).map { Int32($0 * 40 - 700) }))),
    ("period", Column(.period(periods), missing: mask)),
    ("empty", Column(.integer([]))),
    ("nothing known", Column(.integer([0, 0]), missing: [1, 3])),
  ]

  private static let mask: [UInt8] = (0..<rows).map { $0 % 7 == 0 ? UInt8($0 % 6 + 1) : 0 }

  private static let text: Column = {
    var builder = ColumnBuilder(.text)
    for row in 0..<rows {
      let text = ["", "Súdwest-Fryslân", "a\u{301}", "日本"][row % 4]
      builder.append(row % 5 == 0 ? .missing(.suppressed) : .text(text + String(row % 11)))
    }
    return builder.finish()
  }()

  private static let periods: [Period] = (0..<rows).map { (row: Int) -> Period in
    if row % 2 == 0 { return Period.year(2000 + row % 20) }
    return Period(.quarter, Int32(8000 + row % 9), notation: .half, mark: .provisional)
  }

  private static func read(_ bytes: [UInt8]) -> Column? {
    let buffer = CodeBuffer(byteCount: bytes.count)
    unsafe bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(start: buffer.bytes, count: bytes.count)
        .copyMemory(from: source)
    }
    return ColumnFile.column(in: buffer, count: bytes.count)
  }

  private static func isSame(_ left: Column, _ right: Column) -> Bool {
    left.type == right.type && left.count == right.count && left.missing == right.missing
      && (0..<left.count).allSatisfy { row in
        guard
          case (.period(let one), .period(let other)) = (left.value(at: row), right.value(at: row))
        else { return left.value(at: row) == right.value(at: row) }
        return one.isWritten(like: other)
      }
  }

  @Test(arguments: kinds.indices, [false, true])
  func comesBackAsItWas(kind: Int, isPacked: Bool) throws {
    let column = isPacked ? Self.kinds[kind].column.packing() : Self.kinds[kind].column
    let back = try #require(Self.read(ColumnFile.bytes(of: column)))
    #expect(Self.isSame(column, back), "\(Self.kinds[kind].name)")
    #expect(
      (back.packed == nil)
        == (column.packing().packed == nil
          || column.packed == nil
            && [.integer, .number, .period].contains(column.type))
    )
  }

  @Test(arguments: kinds.indices) func isNotTrustedWhenCutShort(kind: Int) {
    let bytes = ColumnFile.bytes(of: Self.kinds[kind].column.packing())
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
      #expect(Self.read(Array(bytes[..<count])) == nil)
    }
  }

  @Test(arguments: kinds.indices) func isNotTrustedWithAnotherByte(kind: Int) {
    let bytes = ColumnFile.bytes(of: Self.kinds[kind].column.packing())
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(Self.read(damaged) == nil)
    }
  }

  /// A right digest over numbers that cannot be right: what a fault in a writer would leave.
  @Test func isNotTrustedWithImpossibleCounts() {
    let column = Self.text.packing()
    let bytes = ColumnFile.bytes(of: column)
    let values: [UInt64] = [0, 1, 5, 0xFF, 1 << 39, .max, UInt64(Int64.max)]
    for number in 0..<8 {
      for value in values {
        var body = Array(bytes.dropLast(16))
        for byte in 0..<8 {
          body[8 + 8 * number + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte)))
        }
        let digest = unsafe body.withUnsafeBytes { unsafe ContentDigest($0) }
        for half in [digest.high, digest.low] {
          body += (0..<8).map { UInt8(truncatingIfNeeded: half >> (8 * UInt64($0))) }
        }
        // Nothing may end the program; what comes out can be read to the end.
        if let found = Self.read(body) {
          for row in 0..<found.count { _ = found.value(at: row) }
        }
      }
    }
  }
}
