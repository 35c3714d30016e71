import CExchange
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files and folders by the calls of the system; each throws what the system says.
enum FileSystem {
  /// What stands at a path.
  enum Kind {
    case file, folder, other
  }

  /// What stands at a path, not following a link; nil when nothing does.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The path without links and dots; nil when it does not exist.
  static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(FileFault) {
    var current = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      current += (current.isEmpty || current == "/" ? "" : "/") + part
      if unsafe mkdir(current, 0o777) != 0, errno != EEXIST && errno != EISDIR {
        throw FileFault(current)
      }
    }
    if kind(of: path) == .file {
      errno = ENOTDIR
      throw FileFault(path)
    }
  }

  /// Writes a new file and flushes it.
  static func write(_ bytes: [UInt8], _ path: String, isFlushed: Bool = true) throws(FileFault) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFault(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFault(path) }
      written += count
    }
    guard !isFlushed || fsync(descriptor) == 0 else { throw FileFault(path) }
  }

  /// Writes a file in the place of one that may be there, in one step.
  static func replace(_ path: String, with bytes: [UInt8], isFlushed: Bool = true)
    throws(FileFault)
  {
    let beside = path + ".new"
    unsafe unlink(beside)
    do throws(FileFault) {
      try write(bytes, beside, isFlushed: isFlushed)
      guard unsafe rename(beside, path) == 0 else { throw FileFault(path) }
    } catch {
      unsafe unlink(beside)
      throw error
    }
  }

  private static func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Flushes a folder, so that the names in it outlive a loss of power.
  static func flush(_ folder: String) throws(FileFault) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(folder) }
    defer { close(descriptor) }
    // Some file systems cannot flush folders; the files themselves are safe.
    if fsync(descriptor) != 0, errno != EINVAL { throw FileFault(folder) }
  }

  /// The names in a folder, sorted; none when it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      if name != "." && name != ".." { names.append(name) }
    }
    unsafe closedir(stream)
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths of everything in a folder that is no folder, relative to it, sorted by name.
  static func files(in folder: String, below prefix: String = "") -> [String] {
    names(in: folder + "/" + prefix).flatMap { name -> [String] in
      let path = prefix + name
      return kind(of: folder + "/" + path) == .folder
        ? files(in: folder, below: path + "/") : [path]
    }
  }

  /// Removes what stands at a path, with everything in it.
  static func remove(_ path: String) {
    if kind(of: path) == .folder {
      for name in names(in: path) { remove(path + "/" + name) }
      unsafe rmdir(path)
    } else {
      unsafe unlink(path)
    }
  }

  /// The folder a path lies in.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Lets two paths change places in one step; false when the file system cannot.
  static func exchange(_ first: String, _ second: String) throws(FileFault) -> Bool {
    if unsafe exchange_paths(first, second) == 0 { return true }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { throw FileFault(second) }
    return false
  }
}
