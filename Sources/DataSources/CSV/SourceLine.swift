import SourceText

/// The last line of a StatLine download, `Bron: CBS;;;`, which is no row of the table.
struct SourceLine: Hashable, Sendable {
  /// The line's text without quotes and separators.
  let text: String
  /// Where the line begins in the file.
  let offset: Int

  /// Looks at the end of a file: the last line that is not blank, if it begins with `Bron:` or
  /// `Source:` and has nothing in its other fields. A line that ends a quoted text has an odd
  /// number of quotes and is left alone.
  static func find(
    _ origin: ByteOrigin, delimiter: UInt8, encoding: CSVOptions.Encoding
  ) throws(Diagnostic) -> SourceLine? {
    let size = min(origin.count, 1024)
    var tail = [UInt8](repeating: 0, count: size)
    let reading = try ByteReading(origin)
    let base = origin.count - size
    _ = try reading.read(into: &tail, at: base)
    while let last = tail.last, last == 0x0A || last == 0x0D || last == 0x20 { tail.removeLast() }
    guard let lineBreak = tail.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    var line = tail[(lineBreak + 1)...]
    guard line.count(where: { $0 == 0x22 }).isMultiple(of: 2) else { return nil }
    let offset = base + lineBreak + 1
    while let last = line.last, last == delimiter || last == 0x22 || last == 0x20 {
      line.removeLast()
    }
    while let first = line.first, first == 0x22 || first == 0x20 { line.removeFirst() }
    guard !line.contains(delimiter), !line.contains(0x22),
      line.starts(with: "Bron:".utf8) || line.starts(with: "Source:".utf8)
    else { return nil }
    return SourceLine(text: decoded(Array(line), encoding), offset: offset)
  }

  private static func decoded(_ bytes: [UInt8], _ encoding: CSVOptions.Encoding) -> String {
    guard encoding == .windows1252 else { return String(decoding: bytes, as: UTF8.self) }
    var room = [UInt8](repeating: 0, count: bytes.count * Windows1252.widest)
    let count = unsafe bytes.withUnsafeBytes { source in
      unsafe room.withUnsafeMutableBufferPointer { target in
        guard let start = target.baseAddress else { return 0 }
        return unsafe Windows1252.transcode(source, into: start)
      }
    }
    return String(decoding: room[..<count], as: UTF8.self)
  }
}
