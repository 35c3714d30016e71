import CMinizip
import SourceText

/// The parts of a zip archive, unpacked piece by piece; no part is ever whole in memory.
@safe
final class ZipArchive {
  private let input: ZipInput
  private let archive: unzFile
  let fault: WorkbookFault
  /// The most bytes a part may unpack to.
  let limit: Int
  private static let pieceSize = 1 << 16

  /// Opens an archive. Throws when it is none.
  init(_ origin: ByteOrigin, _ fault: WorkbookFault, limit: Int) throws(Diagnostic) {
    input = ZipInput(try ByteReading(origin), size: origin.count)
    var functions = unsafe ZipInput.functions
    unsafe functions.opaque = Unmanaged.passUnretained(input).toOpaque()
    guard let archive = unsafe unzOpen2_64(nil, &functions) else {
      throw input.fault ?? fault.damaged("its list of parts cannot be read")
    }
    unsafe self.archive = archive
    self.fault = fault
    self.limit = limit
  }

  deinit {
    unsafe unzClose(archive)
  }

  /// Whether there is a part of this name; capitals do not count, as the format has it.
  func contains(_ part: String) -> Bool {
    unsafe unzLocateFile(archive, part, 2) == UNZ_OK
  }

  /// Hands a part to a parser, up to its end or to where the parser has enough. `what` is what
  /// messages call it. Throws when it is not there, damaged or too large.
  func read(_ part: String, _ what: String, into parser: XMLParser) throws(Diagnostic) {
    guard contains(part) else { throw input.fault ?? fault.damaged("it has no `\(part)`") }
    var info = unz_file_info64()
    guard unsafe unzGetCurrentFileInfo64(archive, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
      throw input.fault ?? fault.damaged("`\(part)` cannot be found in it")
    }
    // The first flag of an entry says that its bytes are encrypted.
    if info.flag & 1 == 1 { throw fault.notAWorkbook(.encrypted) }
    guard unsafe unzOpenCurrentFile(archive) == UNZ_OK else {
      throw input.fault ?? fault.damaged("`\(part)` cannot be unpacked")
    }
    let isWhole: Bool
    do {
      isWhole = try unpack(part, what, into: parser)
    } catch {
      _ = unsafe unzCloseCurrentFile(archive)
      throw error
    }
    // Closing compares the checksum of a part that was read to its end.
    let closed = unsafe unzCloseCurrentFile(archive)
    guard !isWhole || closed == UNZ_OK else {
      throw fault.damaged("the checksum of `\(part)` does not fit")
    }
  }

  /// Tells at the end whether the file stayed the same.
  func confirmUnchanged() throws(Diagnostic) {
    try input.reading.confirmUnchanged()
  }

  private func unpack(_ part: String, _ what: String, into parser: XMLParser) throws(Diagnostic)
    -> Bool
  {
    var total = 0
    while true {
      let room = unsafe try parser.room(Self.pieceSize)
      let count = unsafe unzReadCurrentFile(archive, room, UInt32(Self.pieceSize))
      guard count >= 0 else {
        throw input.fault ?? fault.damaged("`\(part)` cannot be unpacked")
      }
      total += Int(count)
      guard total <= limit else { throw fault.tooLarge(what, limit: limit) }
      try parser.parse(Int(count), isLast: count == 0)
      if parser.isDone { return false }
      if count == 0 { return true }
    }
  }
}

/// The bytes of an archive as minizip asks for them.
final class ZipInput {
  let reading: ByteReading
  private let size: Int
  private var position = 0
  /// What went wrong with the file itself while the library read it.
  private(set) var fault: Diagnostic?

  init(_ reading: consuming ByteReading, size: Int) {
    self.reading = reading
    self.size = size
  }

  private func read(_ buffer: UnsafeMutableRawBufferPointer) -> UInt {
    do {
      let count = unsafe try reading.read(into: buffer, at: position)
      position += count
      return UInt(count)
    } catch {
      fault = fault ?? error
      return 0
    }
  }

  private func seek(_ offset: UInt64, from base: Int32) -> Int {
    let start: Int
    switch base {
    case ZLIB_FILEFUNC_SEEK_SET: start = 0
    case ZLIB_FILEFUNC_SEEK_END: start = size
    default: start = position
    }
    // Offsets back from the end come as unsigned numbers that wrap.
    let (target, hasOverflow) = start.addingReportingOverflow(Int(truncatingIfNeeded: offset))
    guard !hasOverflow, target >= 0, target <= size else { return -1 }
    position = target
    return 0
  }

  /// The calls of the library; `opaque` is to be set to an input that lives as long.
  static var functions: zlib_filefunc64_def {
    unsafe zlib_filefunc64_def(
      zopen64_file: { opaque, _, _ in unsafe opaque },
      zread_file: { opaque, _, buffer, size in
        guard let opaque = unsafe opaque else { return 0 }
        let input = unsafe Unmanaged<ZipInput>.fromOpaque(opaque).takeUnretainedValue()
        return unsafe input.read(
          UnsafeMutableRawBufferPointer(start: buffer, count: Int(clamping: size)))
      },
      zwrite_file: { _, _, _, _ in 0 },
      ztell64_file: { opaque, _ in
        guard let opaque = unsafe opaque else { return 0 }
        let input = unsafe Unmanaged<ZipInput>.fromOpaque(opaque).takeUnretainedValue()
        return ZPOS64_T(input.position)
      },
      zseek64_file: { opaque, _, offset, base in
        guard let opaque = unsafe opaque else { return -1 }
        let input = unsafe Unmanaged<ZipInput>.fromOpaque(opaque).takeUnretainedValue()
        return input.seek(offset, from: base)
      },
      zclose_file: { _, _ in 0 },
      zerror_file: { opaque, _ in
        guard let opaque = unsafe opaque else { return -1 }
        let input = unsafe Unmanaged<ZipInput>.fromOpaque(opaque).takeUnretainedValue()
        return input.fault == nil ? 0 : -1
      },
      opaque: nil)
  }
}
