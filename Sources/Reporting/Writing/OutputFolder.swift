package import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension RenderedReport {
  /// Writes all files into a folder, which is made when it is not there.
  ///
  /// All or nothing: the files are written and flushed in a folder of their own first, then each
  /// takes its place in one step; when one cannot, those that did are put back as they were.
  /// Other files in the folder are never touched. A fault has the phase `output`.
  package func write(to folder: String) throws(Diagnostics) {
    do throws(FileFault) {
      try OutputFolder(folder).publish(files)
    } catch {
      throw Diagnostics(
        Diagnostic(
          .error, phase: .output, code: "unwritable-output",
          "cannot write `\(error.path)`: \(error.reason)",
          notes: ["nothing was changed in `\(folder)`"]))
    }
  }
}

/// A folder into which a set of files is put at once.
struct OutputFolder {
  private let folder: String

  init(_ folder: String) {
    let trimmed = folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
    self.folder = trimmed.isEmpty ? "." : trimmed
  }

  /// Writes the files; on a fault the folder is as it was.
  func publish(_ files: [OutputFile]) throws(FileFault) {
    var made: [String] = []
    try makeFolders(upTo: folder, &made)
    let staging: String
    do throws(FileFault) {
      staging = try makeStaging()
    } catch {
      for path in made.reversed() { unsafe rmdir(path) }
      throw error
    }
    do throws(FileFault) {
      try stage(files, in: staging)
      try exchange(files, from: staging, &made)
      try Self.flush(folder)
      Self.remove(staging)
    } catch {
      Self.remove(staging)
      for path in made.reversed() { unsafe rmdir(path) }
      throw error
    }
  }

  /// Makes a folder and those above it, and adds those that were not there to a list.
  private func makeFolders(upTo path: String, _ made: inout [String]) throws(FileFault) {
    var current = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      current += (current.isEmpty || current == "/" ? "" : "/") + part
      if unsafe mkdir(current, 0o777) == 0 {
        made.append(current)
      } else if errno != EEXIST && errno != EISDIR {
        let fault = FileFault(current)
        for path in made.reversed() { unsafe rmdir(path) }
        made = []
        throw fault
      }
    }
  }

  /// A folder inside the outputs', so that files move within one file system.
  private func makeStaging() throws(FileFault) -> String {
    var template = Array((folder + "/.peil-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw FileFault(folder) }
    let bytes = template.dropLast().map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func stage(_ files: [OutputFile], in staging: String) throws(FileFault) {
    var made: [String] = []
    for file in files {
      let path = staging + "/new/" + file.path
      try makeFolders(upTo: Self.parent(of: path), &made)
      try Self.write(file.bytes, path)
    }
    try makeFolders(upTo: staging + "/old", &made)
  }

  /// Moves each file to its place. What stood there is kept until all have moved.
  private func exchange(_ files: [OutputFile], from staging: String, _ made: inout [String])
    throws(FileFault)
  {
    var moved: [(place: String, kept: String?)] = []
    do throws(FileFault) {
      for (index, file) in files.enumerated() {
        let place = folder + "/" + file.path
        var parents: [String] = []
        try makeFolders(upTo: Self.parent(of: place), &parents)
        made += parents
        let kept = try Self.keep(place, at: staging + "/old/\(index)")
        moved.append((place, kept))
        guard unsafe rename(staging + "/new/" + file.path, place) == 0 else {
          throw FileFault(place)
        }
        try Self.flush(Self.parent(of: place))
      }
    } catch {
      for (place, kept) in moved.reversed() {
        if let kept { unsafe rename(kept, place) } else { unsafe unlink(place) }
      }
      throw error
    }
  }

  /// A second name for what stands at a place; nil when nothing does. A folder there is a fault.
  private static func keep(_ place: String, at name: String) throws(FileFault) -> String? {
    if unsafe link(place, name) == 0 { return name }
    if errno == ENOENT { return nil }
    // A file system without second names: the file moves away for a moment.
    var status = stat()
    guard unsafe lstat(place, &status) == 0 else { throw FileFault(place) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      errno = EISDIR
      throw FileFault(place)
    }
    guard unsafe rename(place, name) == 0 else { throw FileFault(place) }
    return name
  }

  private static func write(_ bytes: [UInt8], _ path: String) throws(FileFault) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFault(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe posixWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFault(path) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw FileFault(path) }
  }

  private static func posixWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Flushes a folder, so that the names in it outlive a loss of power.
  private static func flush(_ folder: String) throws(FileFault) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(folder) }
    defer { close(descriptor) }
    // Some file systems cannot flush folders; the files themselves are safe.
    if fsync(descriptor) != 0, errno != EINVAL { throw FileFault(folder) }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Removes a folder of our own with everything in it.
  private static func remove(_ folder: String) {
    if let stream = unsafe opendir(folder) {
      var names: [String] = []
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
          unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        }
        if name != "." && name != ".." { names.append(name) }
      }
      unsafe closedir(stream)
      for name in names {
        let path = folder + "/" + name
        if unsafe unlink(path) != 0 { remove(path) }
      }
    }
    unsafe rmdir(folder)
  }
}
