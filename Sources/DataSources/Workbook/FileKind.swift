import SourceText

/// Tells from its bytes what a file is when it is no workbook.
enum FileKind {
  /// Throws when a file does not begin as a zip archive, with what it is instead.
  static func check(_ origin: ByteOrigin, _ fault: WorkbookFault) throws(Diagnostic) {
    var head = [UInt8](repeating: 0, count: 8)
    let count = try ByteReading(origin).read(into: &head, at: 0)
    guard count > 0 else { throw fault.notAWorkbook(.empty) }
    if head.starts(with: [0x50, 0x4B]) { return }
    // The container of older programs, which also wraps what is encrypted.
    if head == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] {
      throw fault.notAWorkbook(try holds("EncryptedPackage", origin) ? .encrypted : .oldWorkbook)
    }
    // The first record of a workbook from before there was a container.
    if head[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(head[1]), head[2] < 0x20, head[3] == 0 {
      throw fault.notAWorkbook(.oldWorkbook)
    }
    throw fault.notAWorkbook(.text)
  }

  /// Whether a file holds a name as the container writes it, in UTF-16.
  private static func holds(_ name: String, _ origin: ByteOrigin) throws(Diagnostic) -> Bool {
    let wanted: [UInt8] = Array(name.utf16.map { [UInt8(truncatingIfNeeded: $0), 0] }.joined())
    let reading = try ByteReading(origin)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while offset < origin.count {
      let count = try reading.read(into: &block, at: offset)
      // Names stand at a multiple of 128 bytes.
      for start in stride(from: 0, to: count - wanted.count, by: 128)
      where Array(block[start..<(start + wanted.count)]) == wanted {
        return true
      }
      guard count > 0 else { break }
      offset += count
    }
    return false
  }
}
