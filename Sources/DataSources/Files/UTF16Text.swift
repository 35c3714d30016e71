import SourceText

/// Text in UTF-16 with its mark, as spreadsheets save "Unicode text".
enum UTF16Text {
  /// The same text as UTF-8 in memory; nil for an origin that does not begin with the mark.
  /// Throws when the file cannot be read, or is cut off within a letter (phase `run`).
  static func transcoded(_ origin: ByteOrigin, name: String) throws(Diagnostic) -> ByteOrigin? {
    let reading = try ByteReading(origin)
    var mark = [UInt8](repeating: 0, count: 2)
    guard try reading.read(into: &mark, at: 0) == 2 else { return nil }
    let isLittleEndian = mark == [0xFF, 0xFE]
    guard isLittleEndian || mark == [0xFE, 0xFF] else { return nil }
    var bytes = [UInt8](repeating: 0, count: origin.count)
    let count = try reading.read(into: &bytes, at: 0)
    try reading.confirmUnchanged()
    let units = stride(from: 2, to: count - 1, by: 2).map { place in
      isLittleEndian
        ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
        : UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    }
    guard count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw Diagnostic(
        .error, phase: .run, code: "invalid-utf16",
        "\(name) begins as UTF-16 and is none: half a letter is missing",
        notes: ["fetch the file again, or save it as UTF-8"])
    }
    return .memory(Array(text.utf8))
  }
}
