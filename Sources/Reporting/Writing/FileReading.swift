#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that could not be read or written, and why, in the words of the system.
package struct FileFault: Error {
  /// The file.
  package let path: String
  /// What the system says.
  package let reason: String
  /// The system's number for the reason.
  package let code: CInt

  /// The last fault of the system.
  package init(_ path: String) {
    code = errno
    self.path = path
    reason = unsafe String(cString: strerror(code))
  }

  /// A fault with a reason of its own.
  package init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
    code = 0
  }
}

/// Reads whole files.
package enum FileReading {
  /// The bytes of a file.
  package static func bytes(_ path: String) throws(FileFault) -> [UInt8] {
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
  package static func lastPart(of path: String) -> String {
    let part = path.split(separator: "/").last.map(String.init) ?? ""
    return part.isEmpty || part == "." || part == ".." ? "report" : part
  }
}
