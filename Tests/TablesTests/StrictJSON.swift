/// A JSON value with members in order and numbers as written.
indirect enum StrictJSON: Equatable {
  case null
  case boolean(Bool)
  case number(String)
  case text(String)
  case array([StrictJSON])
  case object([Member])

  struct Member: Equatable {
    var name: String
    var value: StrictJSON
  }

  struct Fault: Error, Equatable {
    var offset: Int
  }

  /// Reads one JSON text by RFC 8259 and nothing beside it; a name twice in an object is a fault.
  init(parsing text: String) throws(Fault) {
    var parser = Parser(bytes: Array(text.utf8))
    self = try parser.value()
    parser.skipSpace()
    guard parser.isAtEnd else { throw parser.fault }
  }

  subscript(name: String) -> StrictJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

private struct Parser {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }
  var fault: StrictJSON.Fault { StrictJSON.Fault(offset: index) }
  private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func skipSpace() {
    while [0x20, 0x0A, 0x0D, 0x09].contains(current), !isAtEnd { index += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  mutating func value() throws(StrictJSON.Fault) -> StrictJSON {
    skipSpace()
    if take("null") { return .null }
    if take("true") { return .boolean(true) }
    if take("false") { return .boolean(false) }
    switch current {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "["):
      return .array(
        try list(close: "]") { parser throws(StrictJSON.Fault) in try parser.value() })
    case UInt8(ascii: "{"):
      let members = try list(close: "}") { parser throws(StrictJSON.Fault) in
        parser.skipSpace()
        let name = try parser.text()
        parser.skipSpace()
        guard parser.take(":") else { throw parser.fault }
        return StrictJSON.Member(name: name, value: try parser.value())
      }
      guard Set(members.map { Array($0.name.utf8) }).count == members.count else { throw fault }
      return .object(members)
    default: return .number(try number())
    }
  }

  private mutating func list<Item>(
    close: String, item: (inout Parser) throws(StrictJSON.Fault) -> Item
  ) throws(StrictJSON.Fault) -> [Item] {
    index += 1
    var items: [Item] = []
    skipSpace()
    if take(close) { return items }
    while true {
      items.append(try item(&self))
      skipSpace()
      if take(close) { return items }
      guard take(",") else { throw fault }
    }
  }

  private mutating func digits() throws(StrictJSON.Fault) {
    guard (0x30...0x39).contains(current) else { throw fault }
    while (0x30...0x39).contains(current) { index += 1 }
  }

  private mutating func number() throws(StrictJSON.Fault) -> String {
    let start = index
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func text() throws(StrictJSON.Fault) -> String {
    guard take("\"") else { throw fault }
    var units: [UInt16] = []
    var plain: [UInt8] = []
    while current != UInt8(ascii: "\"") {
      guard current >= 0x20 else { throw fault }
      if current == UInt8(ascii: "\\") {
        units += String(decoding: plain, as: UTF8.self).utf16
        plain = []
        units.append(try escape())
      } else {
        plain.append(current)
        index += 1
      }
    }
    index += 1
    return String(decoding: units + String(decoding: plain, as: UTF8.self).utf16, as: UTF16.self)
  }

  private mutating func escape() throws(StrictJSON.Fault) -> UInt16 {
    index += 1
    let letter = current
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(letter)
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count,
        let unit = UInt16(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
      else { throw fault }
      index += 4
      return unit
    default: throw fault
    }
  }
}
