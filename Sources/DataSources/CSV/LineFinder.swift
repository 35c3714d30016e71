import SourceText

/// Tells the line of an offset by reading the text once more: only faults need it.
enum LineFinder {
  /// The line, from 1, and the byte within it, from 1, of an offset in the text as UTF-8.
  ///
  /// Lines end with LF, CR LF or CR, within quotes too, as an editor counts them. A mark at the
  /// start of the file is not counted.
  static func place(
    of offset: Int, in origin: ByteOrigin, encoding: CSVOptions.Encoding
  ) throws(Diagnostic) -> (line: Int, column: Int) {
    var block = try BlockBuffer.open(origin, encoding: encoding)
    var line = 1
    var lineStart = block.position
    var previous: UInt8 = 0
    while true {
      while block.position < block.end, block.base + block.position < offset {
        let byte = unsafe block.bytes[block.position]
        block.position += 1
        // A CR counts at once; an LF behind it only moves the start of the line.
        if byte == 0x0D || byte == 0x0A {
          if byte == 0x0D || previous != 0x0D { line += 1 }
          lineStart = block.base + block.position
        }
        previous = byte
      }
      if block.base + block.position >= offset || !block.hasMore {
        return (line, max(1, offset - lineStart + 1))
      }
      try block.refill()
    }
  }
}
