import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of entries that the prompt runs when it starts: the user's own, and the project's.
package struct StartupFile: Equatable, Sendable {
  /// The name of a project's file, in the folder that the session starts in.
  package static let projectName = ".peilrc"

  /// Where the file is.
  package let path: String

  /// Creates a file at a path.
  package init(path: String) {
    self.path = path
  }

  /// The files that are there, the user's first.
  ///
  /// - Parameters:
  ///   - environment: Reads a variable of the environment: `XDG_CONFIG_HOME`, `HOME`.
  ///   - exists: Whether there is a file at a path.
  package static func chosen(
    environment: (String) -> String?, exists: (String) -> Bool
  ) -> [StartupFile] {
    func absolute(_ name: String) -> String? {
      environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let configuration = absolute("XDG_CONFIG_HOME") ?? absolute("HOME").map { $0 + "/.config" }
    let paths = [configuration.map { $0 + "/peil/rc.peil" }, projectName]
    return paths.compactMap { $0 }.filter(exists).map { StartupFile(path: $0) }
  }

  /// The files that are there for this process.
  package static func forWorkingFolder() -> [StartupFile] {
    let environment = ProcessInfo.processInfo.environment
    return chosen(
      environment: { environment[$0] },
      exists: { FileManager.default.fileExists(atPath: $0) })
  }

  /// Why the file may not be run, or nil: entries can write files, so nobody else may have
  /// written it.
  package var danger: String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    if status.st_uid != geteuid() && status.st_uid != 0 { return "it belongs to another user" }
    return status.st_mode & 0o022 == 0 ? nil : "others may write it"
  }
}

extension REPL {
  /// Runs the entries of a file; what is wrong in it is told with its line, and the rest runs.
  package func run(_ file: StartupFile) {
    if let danger = file.danger {
      report("note: \(file.path) is not run: \(danger)")
      return
    }
    guard let text = files.read(file.path) else {
      report("error: cannot read \(file.path) as UTF-8 text")
      return
    }
    run(lines: text, of: file.path)
  }

  /// Runs a text as if its lines were typed.
  package func run(lines text: String, of path: String) {
    for part in EntryLines.parts(of: text, needsMore: needsMore) {
      let faults = reports
      _ = handle(EntryLines.trimmed(part.text))
      if reports > faults { console.report("  in \(path), line \(part.line)") }
    }
  }
}
