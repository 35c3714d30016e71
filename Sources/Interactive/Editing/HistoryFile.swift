import FoundationEssentials

/// The file that entries are kept in between sessions: the project's own, or the user's.
package struct HistoryFile: Equatable, Sendable {
  /// The number of entries that are kept.
  package static let limit = 10_000

  /// The name of a project's own history file.
  package static let projectName = ".peil_history"

  /// What marks the working folder as a project.
  private static let projectMarks = [
    "peil.toml", "Package", "Package.swift", "reports", "scripts",
  ]

  /// Where the file is.
  package let path: String

  /// Creates a file at a path.
  package init(path: String) {
    self.path = path
  }

  /// Chooses the file for a working folder.
  ///
  /// The project's file is taken when it exists or when the folder looks like a project; the
  /// home folder never looks like one, for a `scripts` folder there means nothing.
  ///
  /// - Parameters:
  ///   - workingFolder: The absolute path of the folder.
  ///   - environment: Reads a variable of the environment: `XDG_STATE_HOME`, `HOME`.
  ///   - exists: Whether there is a file or folder at a path.
  /// - Returns: The file, or nil when there is neither a project nor a home folder.
  package static func chosen(
    workingFolder: String, environment: (String) -> String?, exists: (String) -> Bool
  ) -> HistoryFile? {
    let folder = workingFolder.hasSuffix("/") ? workingFolder : workingFolder + "/"
    let home = environment("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let isHome = home.map { $0 == workingFolder || $0 + "/" == folder || $0 == folder } ?? false
    let isProject = !isHome && projectMarks.contains { exists(folder + $0) }
    if isProject || exists(folder + projectName) {
      return HistoryFile(path: folder + projectName)
    }
    // A relative state folder is invalid by the rules that define the variable.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return HistoryFile(path: state + "/peil/history")
    }
    return home.map { HistoryFile(path: $0 + "/.local/state/peil/history") }
  }

  /// Chooses the file for the folder that the process works in.
  package static func forWorkingFolder() -> HistoryFile? {
    let environment = ProcessInfo.processInfo.environment
    return chosen(
      workingFolder: FileManager.default.currentDirectoryPath,
      environment: { environment[$0] },
      exists: { FileManager.default.fileExists(atPath: $0) })
  }

  /// Makes the folder and the file where they are absent; returns what is wrong, if anything.
  package func prepare() -> String? {
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let mine: [FileAttributeKey: any Sendable] = [.posixPermissions: 0o600]
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      return "cannot make the folder \(folder)"
    }
    return files.createFile(atPath: path, contents: nil, attributes: mine)
      ? nil : "cannot write \(path)"
  }
}
