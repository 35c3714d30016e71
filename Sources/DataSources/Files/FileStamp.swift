#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What tells whether a file is still the one seen before: never its name alone.
struct FileStamp: Sendable {
  let device: UInt64
  let node: UInt64
  let size: Int
  let written: FileTime
  /// When anything about the file changed, its name or rights among them.
  let touched: FileTime
  /// When it was looked at.
  let seen: FileTime

  /// Takes over what the system says about a file.
  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    #if canImport(Darwin)
      written = FileTime(status.st_mtimespec)
      touched = FileTime(status.st_ctimespec)
    #else
      written = FileTime(status.st_mtim)
      touched = FileTime(status.st_ctim)
    #endif
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &now)
    seen = FileTime(now)
  }

  /// Looks at what is at a path; nil when nothing is.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Whether a file that is looked at later has the same bytes without doubt. Times are coarse: of
  /// what was written in the second before it was first seen nobody knows.
  func isSurely(_ later: FileStamp) -> Bool {
    self == later && touched == later.touched && touched.seconds < seen.seconds - 1
      && written.seconds < seen.seconds - 1
  }
}

extension FileStamp: Equatable {
  /// Whether it is the same file with the same size, written at the same time.
  static func == (left: FileStamp, right: FileStamp) -> Bool {
    left.device == right.device && left.node == right.node && left.size == right.size
      && left.written == right.written
  }
}

/// A time of the system's clock.
struct FileTime: Equatable, Sendable {
  let seconds: Int
  let nanoseconds: Int

  init(_ time: timespec) {
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
  }
}
