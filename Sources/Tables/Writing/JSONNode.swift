import Wording

/// A JSON value whose members stay in the order they were given.
package indirect enum JSONNode: Sendable, Equatable {
  case object([Member])
  case array([JSONNode])
  case text(String)
  case number(Double)
  case boolean(Bool)
  case null

  /// A member of an object.
  package struct Member: Sendable, Equatable {
    package let name: String
    package let value: JSONNode

    /// A member with its name.
    package init(_ name: String, _ value: JSONNode) {
      self.name = name
      self.value = value
    }
  }

  /// The text, two spaces for each level, short lists and objects of plain values on one line.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private var isPlain: Bool {
    switch self {
    case .object(let members): members.isEmpty
    case .array(let items): items.isEmpty
    case .text, .number, .boolean, .null: true
    }
  }

  private func append(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .object(let members):
      let isOneLine = members.allSatisfy(\.value.isPlain) && members.count <= 8
      Self.list(members.count, "{", "}", isOneLine, indent, &bytes) { index, bytes in
        JSONText.append(members[index].name, to: &bytes)
        bytes += ": ".utf8
        members[index].value.append(to: &bytes, indent: indent + 2)
      }
    case .array(let items):
      let isOneLine = items.allSatisfy(\.isPlain) && items.count <= 8
      Self.list(items.count, "[", "]", isOneLine, indent, &bytes) { index, bytes in
        items[index].append(to: &bytes, indent: indent + 2)
      }
    case .text(let text): JSONText.append(text, to: &bytes)
    case .number(let value):
      bytes += (value.isFinite ? NumberStyle.plain.shortest(value) : "null").utf8
    case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    }
  }

  private static func list(
    _ count: Int, _ open: String, _ close: String, _ isOneLine: Bool, _ indent: Int,
    _ bytes: inout [UInt8], item: (Int, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for index in 0..<count {
      if index > 0 { bytes += (isOneLine ? ", " : ",").utf8 }
      if !isOneLine { bytes += ("\n" + String(repeating: " ", count: indent + 2)).utf8 }
      item(index, &bytes)
    }
    if !isOneLine, count > 0 { bytes += ("\n" + String(repeating: " ", count: indent)).utf8 }
    bytes += close.utf8
  }
}
