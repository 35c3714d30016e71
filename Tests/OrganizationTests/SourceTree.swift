import FoundationEssentials
import Testing

/// The tree these tests are about, found from where this file stood when it was compiled.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Folders of the root that no one writes by hand.
  private static let generated: Set<String> = [".git", ".swiftpm", "out", "node_modules"]

  /// A file of the tree, read when it is asked for.
  struct File: Sendable, CustomTestStringConvertible {
    /// Where it lies, from the root on.
    let path: String

    /// The name without folders and extension.
    var stem: String {
      let name = path.split(separator: "/").last ?? ""
      return String(name.split(separator: ".").first ?? "")
    }

    /// The text; bytes that are not UTF-8 are replaced.
    func text() throws -> String {
      String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// The lines without their ends.
    func lines() throws -> [Substring] {
      try text().split(separator: "\n", omittingEmptySubsequences: false)
    }

    var testDescription: String { path }
  }

  /// Every file below a folder with one of some extensions, or any; sorted by path.
  static func files(in folder: String, _ extensions: String...) throws -> [File] {
    try paths(folder).sorted().filter { path in
      extensions.isEmpty || extensions.contains { path.hasSuffix("." + $0) }
    }.map { File(path: $0) }
  }

  /// Names of the folders in a folder, sorted.
  static func folders(in folder: String) throws -> [String] {
    try names(folder).filter { isFolder("\(folder)/\($0)") }.sorted()
  }

  /// Every file that is written by hand.
  static func allFiles() throws -> [File] {
    try names("").filter { !generated.contains($0) && !$0.hasPrefix(".build") }.sorted()
      .flatMap { isFolder($0) ? try files(in: $0) : [File(path: $0)] }
  }

  private static func paths(_ folder: String) throws -> [String] {
    try names(folder).flatMap { name in
      let path = "\(folder)/\(name)"
      return isFolder(path) ? try paths(path) : [path]
    }
  }

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0 != ".DS_Store" && $0 != "__pycache__" }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    let exists = FileManager.default.fileExists(
      atPath: root.appending(path: path).path, isDirectory: &isDirectory)
    return exists && isDirectory
  }
}
