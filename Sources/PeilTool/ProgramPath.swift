import FoundationEssentials

/// Where this program lies.
enum ProgramPath {
  /// The path, by which it can be started again from another folder.
  static var own: String {
    if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      return path
    }
    let given = CommandLine.arguments.first ?? "peil"
    guard given.contains("/"), !given.hasPrefix("/") else { return given }
    return FileManager.default.currentDirectoryPath + "/" + given
  }
}
