#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reading and writing entries: a line `#SECONDS` with the time (Unix), then the lines of the
/// entry, as GNU history writes them.
///
/// Sessions that share a file lock it while they write, and write an entry at once, so none is
/// lost or torn. A file without times holds an entry on each line.
extension HistoryFile {
  /// What is wrong with the file.
  struct Problem: Error {
    let text: String
  }

  /// The entries in the file, oldest first.
  func entries() -> Result<[String], Problem> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(Problem(text: problem("read"))) }
    defer { close(descriptor) }
    flock(descriptor, LOCK_SH)
    guard let bytes = Self.bytes(descriptor) else {
      return .failure(Problem(text: problem("read")))
    }
    return .success(Self.parsed(bytes))
  }

  /// Adds an entry at the end; returns what is wrong, if anything.
  func append(_ entry: String) -> String? {
    guard let descriptor = locked() else { return problem("write") }
    defer { close(descriptor) }
    let text = "#\(time(nil))\n\(entry)\n"
    // What a session that was killed left unfinished is a line of its own.
    let isTorn = Self.lastByte(descriptor).map { $0 != 0x0A } ?? false
    return Self.put((isTorn ? "\n" : "") + text, descriptor) ? nil : problem("write")
  }

  /// Keeps the newest entries only; returns what is wrong, if anything.
  func shorten(to limit: Int) -> String? {
    guard let descriptor = locked() else { return problem("shorten") }
    defer { close(descriptor) }
    lseek(descriptor, 0, SEEK_SET)
    guard let bytes = Self.bytes(descriptor) else { return problem("read") }
    let starts = bytes.indices.filter { Self.isTime(bytes, at: $0) }
    guard starts.count > limit else { return nil }
    let kept = bytes[starts[starts.count - limit]...]
    let other = path + ".new"
    let new = unsafe open(other, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard new >= 0 else { return problem("shorten") }
    let isWritten = Self.put(String(decoding: kept, as: UTF8.self), new)
    close(new)
    // Sessions that wait for the lock find that the path has another file by then.
    guard isWritten, unsafe rename(other, path) == 0 else { return problem("shorten") }
    return nil
  }

  /// The file open for adding, locked, and still the one that the path names.
  private func locked() -> Int32? {
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return nil }
      flock(descriptor, LOCK_EX)
      var mine = stat()
      var named = stat()
      let isNamed =
        unsafe fstat(descriptor, &mine) == 0 && stat(path, &named) == 0
        && mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
      if isNamed { return descriptor }
      close(descriptor)
    }
  }

  private func problem(_ action: String) -> String {
    unsafe "cannot \(action) \(path): \(String(cString: strerror(errno)))"
  }

  private static func bytes(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func lastByte(_ descriptor: Int32) -> UInt8? {
    guard lseek(descriptor, -1, SEEK_END) >= 0 else { return nil }
    var byte: UInt8 = 0
    return unsafe read(descriptor, &byte, 1) == 1 ? byte : nil
  }

  private static func put(_ text: String, _ descriptor: Int32) -> Bool {
    let bytes = Array(text.utf8)
    return unsafe bytes.withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count) == bytes.count
    }
  }

  /// Whether a line with a time starts here.
  private static func isTime(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "#"), index == 0 || bytes[index - 1] == 0x0A,
      index + 1 < bytes.count
    else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1])
  }

  private static func parsed(_ bytes: [UInt8]) -> [String] {
    var entries: [String] = []
    var isTimed = false
    var isOpen = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if isTime(bytes, at: start) {
        isTimed = true
        isOpen = false
      } else if end > start {
        let line = String(decoding: bytes[start..<end], as: UTF8.self)
        if isTimed, isOpen, let last = entries.indices.last {
          entries[last] += "\n" + line
        } else {
          entries.append(line)
          isOpen = true
        }
      }
      start = end + 1
    }
    return entries
  }
}
