import FoundationEssentials

/// The editor that the user chose, for entries that are easier to write there.
enum ExternalEditor {
  /// Hands a text to the editor in a file of its own, and gives what it became.
  ///
  /// - Parameter run: Runs a command through the shell, and gives its exit code.
  /// - Returns: The text, or nil when the file cannot be made or the editor ends with a fault.
  static func edit(_ text: String, run: (String) -> Int32) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let program =
      [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }
      .first { !$0.isEmpty } ?? "vi"
    let folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let path = "\(folder)/peil-\(UUID().uuidString).peil"
    let files = FileManager.default
    let mine: [FileAttributeKey: any Sendable] = [.posixPermissions: 0o600]
    guard files.createFile(atPath: path, contents: Data((text + "\n").utf8), attributes: mine)
    else { return nil }
    defer { try? files.removeItem(atPath: path) }
    let quoted = path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    guard run("\(program) '\(quoted)'") == 0, let bytes = files.contents(atPath: path) else {
      return nil
    }
    // Editors end the last line; an entry has no empty line at its end.
    return EntryLines.trimmed(String(decoding: bytes, as: UTF8.self))
  }
}
