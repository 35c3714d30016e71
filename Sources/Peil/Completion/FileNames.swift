#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files to choose from while a path is typed.
enum FileNames {
  /// Files and folders whose path begins with what was typed, sorted; folders end in `/`.
  static func matching(_ typed: String, folder: String) -> [Session.Match] {
    let slash = typed.lastIndex(of: "/")
    let head = slash.map { String(typed[...$0]) } ?? ""
    let base = head.hasPrefix("/") ? head : (folder.isEmpty ? "." : folder) + "/" + head
    return entries(of: base).sorted().compactMap { name in
      guard !name.hasPrefix(".") else { return nil }
      let isFolder = isDirectory(base + "/" + name)
      let path = head + name + (isFolder ? "/" : "")
      return Session.Match(
        path, text: "\"" + path + (isFolder ? "" : "\""), isFolder ? "folder" : "file")
    }
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      names.append(name)
    }
    return names
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
