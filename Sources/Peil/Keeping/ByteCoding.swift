/// Writes values as bytes, least significant first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  mutating func write(_ text: String) {
    write(Int64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func write<Element>(
    _ list: [Element], _ body: (Element, inout ByteWriter) -> Void
  ) {
    write(Int64(list.count))
    for element in list { body(element, &self) }
  }
}

/// Reads what ``ByteWriter`` wrote; throws for bytes that end too soon or mean nothing.
struct ByteReader {
  /// What was read is not what a writer wrote.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether everything was read.
  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(Damage) -> UInt8 {
    guard position < bytes.count else { throw Damage() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(Damage) -> Number {
    let width = Number.bitWidth / 8
    guard bytes.count - position >= width else { throw Damage() }
    var number: Number = 0
    for index in 0..<width {
      number |= Number(truncatingIfNeeded: bytes[position + index]) << Number(index * 8)
    }
    position += width
    return number
  }

  /// A number of things that each take at least one byte.
  mutating func count() throws(Damage) -> Int {
    let count = try number(Int64.self)
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    return Int(count)
  }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  mutating func list<Element>(_ body: (inout ByteReader) throws(Damage) -> Element)
    throws(Damage) -> [Element]
  {
    let count = try count()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }
}
