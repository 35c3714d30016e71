import FoundationEssentials

/// The files that commands read and write, as values so that a test can stand in for them.
package struct FileAccess {
  /// Reads a text file; nil when it cannot be read or is no UTF-8.
  package let read: (String) -> String?
  /// Writes a whole file or nothing; false when it cannot be written.
  package let write: (String, String) -> Bool
  /// Whether there is something at a path.
  package let exists: (String) -> Bool
  /// The names in a folder, those of folders ending in `/`, sorted by code point.
  package let list: (String) -> [String]

  /// Creates access from its four parts.
  package init(
    read: @escaping (String) -> String?, write: @escaping (String, String) -> Bool,
    exists: @escaping (String) -> Bool, list: @escaping (String) -> [String]
  ) {
    self.read = read
    self.write = write
    self.exists = exists
    self.list = list
  }

  /// The files of the machine, relative paths from the working folder.
  package static var disk: FileAccess {
    FileAccess(
      read: { path in
        FileManager.default.contents(atPath: path).flatMap {
          String(validating: $0, as: UTF8.self)
        }
      },
      write: { path, text in
        let file = URL(filePath: path)
        return (try? Data(text.utf8).write(to: file, options: .atomic)) != nil
      },
      exists: { FileManager.default.fileExists(atPath: $0) },
      list: { folder in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { name in
          var isFolder = false
          _ = FileManager.default.fileExists(
            atPath: folder + "/" + name, isDirectory: &isFolder)
          return isFolder ? name + "/" : name
        }
      })
  }
}
