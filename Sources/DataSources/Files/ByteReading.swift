import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One reading of an origin: bytes from any offset, all of the same version of the file.
struct ByteReading: ~Copyable {
  private let origin: ByteOrigin
  private let descriptor: Int32

  /// Opens a file again; one that is gone or is no longer the one first seen is a fault.
  init(_ origin: ByteOrigin) throws(Diagnostic) {
    self.origin = origin
    guard case .file(let path, let name, let stamp) = origin else {
      descriptor = -1
      return
    }
    let opened = openForReading(path)
    guard opened >= 0 else { throw FileFault.diagnostic(errno, path: path, name: name) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0, FileStamp(status) == stamp else {
      _ = close(opened)
      throw FileFault.changed(name)
    }
    descriptor = opened
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
  }

  /// Fills a buffer from an offset on; less only at the end of the origin.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Diagnostic) -> Int {
    switch origin {
    case .memory(let bytes):
      let count = min(buffer.count, max(0, bytes.count - offset))
      guard count > 0 else { return 0 }
      unsafe bytes.withUnsafeBytes { source in
        let piece = unsafe UnsafeRawBufferPointer(rebasing: source[offset..<(offset + count)])
        unsafe buffer.copyMemory(from: piece)
      }
      return count
    case .file(let path, let name, let stamp):
      let wanted = min(buffer.count, max(0, stamp.size - offset))
      var done = 0
      while done < wanted, let base = buffer.baseAddress {
        let count = unsafe pread(descriptor, base + done, wanted - done, off_t(offset + done))
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileFault.diagnostic(errno, path: path, name: name) }
        guard count > 0 else { throw FileFault.changed(name) }
        done += count
      }
      return done
    }
  }

  /// Fills an array from an offset on; less only at the end of the origin.
  func read(into bytes: inout [UInt8], at offset: Int) throws(Diagnostic) -> Int {
    let result: Result<Int, Diagnostic> = unsafe bytes.withUnsafeMutableBytes { buffer in
      Result { () throws(Diagnostic) in unsafe try read(into: buffer, at: offset) }
    }
    return try result.get()
  }

  /// Tells at the end whether the file stayed the same all the while.
  func confirmUnchanged() throws(Diagnostic) {
    guard case .file(_, let name, let stamp) = origin else { return }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, FileStamp(status) == stamp else {
      throw FileFault.changed(name)
    }
  }
}
