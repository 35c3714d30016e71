import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the bytes of a source are: a regular file, opened anew for each reading, or memory.
///
/// Files are read in blocks and never mapped: a mapped file that is cut short by another program
/// ends this one.
enum ByteOrigin: Sendable {
  case file(path: String, name: String, stamp: FileStamp)
  case memory([UInt8])

  /// Looks at a file without keeping it open. What is no regular file, such as a pipe, can be
  /// read only once and is therefore taken into memory.
  static func open(path: String, name: String) throws(Diagnostic) -> ByteOrigin {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw FileFault.diagnostic(EINVAL, path: path, name: name)
    }
    let descriptor = openForReading(path)
    guard descriptor >= 0 else { throw FileFault.diagnostic(errno, path: path, name: name) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileFault.diagnostic(errno, path: path, name: name)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileFault.directory(name)
    case S_IFREG: return .file(path: path, name: name, stamp: FileStamp(status))
    // A terminal ends; a device such as /dev/zero never does.
    case S_IFCHR where isatty(descriptor) == 0:
      return .memory(try readToEnd(descriptor, atMost: 0, path: path, name: name))
    default:
      return .memory(try readToEnd(descriptor, atMost: 1 << 30, path: path, name: name))
    }
  }

  /// The number of bytes, without reading them.
  var count: Int {
    switch self {
    case .file(_, _, let stamp): stamp.size
    case .memory(let bytes): bytes.count
    }
  }

  /// Whether a look at the file shows that its bytes are those first seen, without reading them.
  var isCurrent: Bool {
    guard case .file(let path, _, let stamp) = self else { return true }
    return FileStamp(path: path).map(stamp.isSurely) ?? false
  }

  private static func readToEnd(_ descriptor: Int32, atMost limit: Int, path: String, name: String)
    throws(Diagnostic) -> [UInt8]
  {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { room in
        unsafe read(descriptor, room.baseAddress, room.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFault.diagnostic(errno, path: path, name: name) }
      if count == 0 { return all }
      guard all.count + count <= limit else {
        throw FileFault.endless(name, isDevice: limit == 0)
      }
      all += block[..<count]
    }
  }
}

/// Opens a file for reading only; -1 with `errno` when that fails.
func openForReading(_ path: String) -> Int32 {
  unsafe open(path, O_RDONLY | O_CLOEXEC)
}
