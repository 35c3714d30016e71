import Tables

/// A JSON text as a tree, written with sorted keys and two spaces a level, or on one line.
package enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case text(String)
  case array([JSONValue])
  /// A list on a line of its own, such as a row of a table.
  case row([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The text, without a line end.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text on one line, without a line end.
  package var line: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Without `indent` everything stands on one line.
  private func append(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .text(let text): JSONText.append(text, to: &bytes)
    case .array(let items):
      Self.append("[", "]", items.count, to: &bytes, indent) { index, bytes in
        items[index].append(to: &bytes, indent: indent.map { $0 + 1 })
      }
    case .row(let items): JSONValue.array(items).append(to: &bytes, indent: nil)
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.append("{", "}", sorted.count, to: &bytes, indent) { index, bytes in
        JSONText.append(sorted[index].key, to: &bytes)
        bytes += ": ".utf8
        sorted[index].value.append(to: &bytes, indent: indent.map { $0 + 1 })
      }
    }
  }

  private static func append(
    _ opening: String, _ closing: String, _ count: Int, to bytes: inout [UInt8], _ indent: Int?,
    item: (Int, inout [UInt8]) -> Void
  ) {
    func startLine(_ level: Int) {
      guard indent != nil else { return }
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * level)
    }
    bytes += opening.utf8
    for index in 0..<count {
      if index > 0 { bytes += (indent == nil ? ", " : ",").utf8 }
      startLine((indent ?? 0) + 1)
      item(index, &bytes)
    }
    if count > 0 { startLine(indent ?? 0) }
    bytes += closing.utf8
  }
}
