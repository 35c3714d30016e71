package import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writing a file so that it is whole or not there.
package enum AtomicFile {
  /// Writes bytes beside the place, makes them safe on disk, and then puts them in their place.
  ///
  /// What stood there before stays as it was when anything fails. Throws a fault of phase
  /// `output` that calls the file by `name`.
  ///
  /// - Parameters:
  ///   - isDurable: whether the bytes are on disk before the file takes its place; false for what
  ///     can be made again.
  ///   - isPrivate: whether only the user may read it.
  package static func write(
    _ bytes: [UInt8], to path: String, name: String, isDurable: Bool = true, isPrivate: Bool = false
  ) throws(Diagnostic) {
    let beside = path + ".\(getpid()).new"
    let descriptor = unsafe open(
      beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw fault(name, errno) }
    var isWritten = writeAll(bytes, descriptor) && (!isDurable || fsync(descriptor) == 0)
    var reason = errno
    if close(descriptor) != 0, isWritten {
      isWritten = false
      reason = errno
    }
    if isWritten, unsafe rename(beside, path) == 0 { return }
    if isWritten { reason = errno }
    _ = unsafe unlink(beside)
    throw fault(name, reason)
  }

  private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer, from: done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func systemWrite(
    _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    return unsafe pwrite(descriptor, base + start, buffer.count - start, off_t(start))
  }

  private static func fault(_ name: String, _ code: Int32) -> Diagnostic {
    let reason = unsafe String(cString: strerror(code))
    return Diagnostic(
      .error, phase: .output, code: "cannot-write", "`\(name)` cannot be written: \(reason)",
      notes: ["what stood there before is as it was"])
  }
}
