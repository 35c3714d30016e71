/// The part of a file that is no text in which two versions of it differ.
enum BinaryPart {
  /// The first member in which two zip archives differ; nil when they are none, or differ elsewhere.
  static func member(_ one: [UInt8], _ other: [UInt8], in path: String) -> FileDifference? {
    guard let first = ZipDirectory(one)?.members, let second = ZipDirectory(other)?.members else {
      return nil
    }
    let names =
      first.map(\.name)
      + second.map(\.name).filter { name in
        !first.contains { $0.name == name }
      }
    for name in names {
      let left = first.first { $0.name == name }
      let right = second.first { $0.name == name }
      guard left?.checksum != right?.checksum || left?.size != right?.size else { continue }
      return FileDifference(
        path: "\(path), member \(name)", line: nil, expected: left.map { "\($0.size) bytes" },
        found: right.map { right in
          "\(right.size) bytes" + (left?.size == right.size ? ", with another content" : "")
        })
    }
    return nil
  }

  /// The object of a PDF that a place lies in; nil for other files.
  static func object(_ bytes: [UInt8], at place: Int) -> String? {
    guard bytes.starts(with: Array("%PDF-".utf8)) else { return nil }
    let mark = Array(" 0 obj".utf8)
    var index = min(place, bytes.count - mark.count)
    while index >= 0, !bytes[index...].starts(with: mark) { index -= 1 }
    guard index >= 0 else { return nil }
    let digits = bytes[..<index].reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.reversed()
    return "object " + String(decoding: digits, as: UTF8.self)
  }
}
