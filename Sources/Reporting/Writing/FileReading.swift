#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that could not be read or written, and why, in the words of the system.
struct FileFault: Error {
  let path: String
  let reason: String
  /// The system's number for the reason.
  let code: CInt

  /// The last fault of the system.
  init(_ path: String) {
    code = errno
    self.path = path
    reason = unsafe String(cString: strerror(code))
  }
}

/// Reads whole files.
enum FileReading {
  /// The bytes of a file.
  static func bytes(_ path: String) throws(FileFault) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFault(path) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The last part of a path; the working folder has the name of no folder and is `report`.
  static func lastPart(of path: String) -> String {
    let part = path.split(separator: "/").last.map(String.init) ?? ""
    return part.isEmpty || part == "." || part == ".." ? "report" : part
  }
}
